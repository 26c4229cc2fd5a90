import { describe, expect, test } from "vitest";
import { describeOnAndOff, describeStarter } from "./starter.ts";
import { Visitor } from "./tab.ts";

const HOSTILE = [`<img src=x onerror=alert(1)>`, `</script>"'&`];
const LONG = "x".repeat(121);

describeStarter((starter) => {
  const { data, titles } = starter;

  describeOnAndOff(starter, (visit) => {
    test.each([
      ["an empty title", "", "Write what needs to be done."],
      ["spaces", "   ", "Write what needs to be done."],
      ["a title that is too long", LONG, "121 characters"],
      ["a hostile title that is too long", HOSTILE[0] + LONG, "149 characters"],
    ])("refuses %s beside the field and keeps it", async (_name, typed, problem) => {
      const { tab } = visit;
      await tab.add(typed);
      await tab.expectText("#new-title-problem", problem);
      const field = tab.page.locator("#new-title");
      expect(await field.inputValue()).toBe(typed);
      expect(await field.getAttribute("aria-invalid")).toBe("true");
      expect(await field.getAttribute("aria-describedby")).toBe("new-title-problem");
      expect(await tab.page.locator("#new-title-problem").getAttribute("role")).toBe("alert");
      await tab.expectFocus("new-title");
      expect(titles()).toEqual(["Milk", "Eggs", "Bread"]);
      // Mended, it goes through, and the message is gone.
      await tab.add("Salt");
      await tab.expectTitles(["Milk", "Eggs", "Bread", "Salt"]);
      expect(await tab.page.locator(".problem").count()).toBe(0);
      await tab.expectNoNavigation();
    });

    test.each([
      ["an empty title", " ", "Write what needs to be done."],
      ["a title that is too long", LONG, "121 characters"],
    ])("refuses to rename to %s, beside the field, and keeps it", async (_name, typed, problem) => {
      const { tab } = visit;
      await tab.rename("Eggs", typed);
      await tab.expectText("#title-2-field-problem", problem);
      const field = tab.page.getByLabel("New title for Eggs");
      expect(await field.inputValue()).toBe(typed);
      expect(await field.getAttribute("aria-invalid")).toBe("true");
      expect(await field.getAttribute("aria-describedby")).toBe("title-2-field-problem");
      await tab.expectFocus("title-2-field");
      expect(titles()).toEqual(["Milk", "Eggs", "Bread"]);
      await field.fill("Ten eggs");
      await tab.page.getByRole("button", { name: "Save" }).click();
      await tab.expectTitles(["Milk", "Ten eggs", "Bread"]);
      expect(data.rows()[1]).toEqual({ id: 2, title: "Ten eggs", done: true });
      await tab.expectNoNavigation();
    });

    test.each(HOSTILE)("%s is text everywhere", async (title) => {
      const { js, tab } = visit;
      const expectClean = async (): Promise<void> => {
        expect(await tab.page.locator("img").count()).toBe(0);
        expect(await tab.page.locator("main script").count()).toBe(0);
      };
      await tab.add(title);
      await tab.expectTitles(["Milk", "Eggs", "Bread", title]);
      expect(titles()[3]).toBe(title);
      if (js) await tab.expectText("#status", `Added “${title}”. 3 left.`);
      await expectClean();
      await tab.startRenaming(title);
      expect(await tab.page.inputValue("#title-4-field")).toBe(title);
      await expectClean();
      await tab.page.fill("#title-4-field", title + LONG);
      await tab.page.keyboard.press("Enter");
      await tab.expectText("#title-4-field-problem", "Make it shorter");
      expect(await tab.page.inputValue("#title-4-field")).toBe(title + LONG);
      await expectClean();
      await tab.page.fill("#title-4-field", `${title}${title}`);
      await tab.page.keyboard.press("Enter");
      await tab.expectTitles(["Milk", "Eggs", "Bread", `${title}${title}`]);
      await expectClean();
      await tab.delete(`${title}${title}`);
      await tab.expectTitles(["Milk", "Eggs", "Bread"]);
      if (js) expect(await tab.page.locator("#status").innerText()).toContain(`Deleted “${title}${title}”.`);
      await expectClean();
      await tab.expectNoNavigation();
    });
  });

  describe("with JavaScript off, besides", () => {
    test("comes back to the list after a refused form and Enter in the address bar", async () => {
      data.fill(["Milk", "Eggs"]);
      const visitor = await Visitor.arrive(starter.browser, starter.url, false);
      const tab = await visitor.open();
      await tab.rename("Eggs", "");
      await tab.expectText("#title-2-field-problem", "Write");
      await tab.goto(new URL(tab.page.url()).pathname);
      await tab.expectTitles(["Milk", "Eggs"]);
      await tab.add("");
      await tab.expectText("#new-title-problem", "Write");
      await tab.goto(new URL(tab.page.url()).pathname);
      await tab.expectTitles(["Milk", "Eggs"]);
      await visitor.leave();
    });
  });
});
