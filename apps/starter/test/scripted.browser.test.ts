import { beforeEach, describe, expect, test } from "vitest";
import { describeStarter } from "./starter.ts";
import { type Tab, Visitor } from "./tab.ts";

describeStarter((starter) => {
  const { data, titles, done } = starter;

  describe("with JavaScript on, besides", () => {
    let visitor: Visitor;
    let tab: Tab;

    beforeEach(async () => {
      data.fill(["Milk", "Eggs"]);
      visitor = await Visitor.arrive(starter.browser, starter.url, true);
      tab = await visitor.open();
    });

    test("everything can be done from the keyboard", async () => {
      const { keyboard } = tab.page;
      await tab.expectFocus("new-title");
      await keyboard.type("Bread");
      await keyboard.press("Enter");
      await tab.expectTitles(["Milk", "Eggs", "Bread"]);
      await tab.expectFocus("new-title");
      for (const id of ["add-button", "toggle-1", "edit-1", "delete-1", "toggle-2"]) {
        await keyboard.press("Tab");
        await tab.expectFocus(id);
        expect(await tab.page.evaluate(() => document.activeElement?.matches(":focus-visible"))).toBe(true);
      }
      await keyboard.press("Space");
      await expect.poll(done).toEqual(["Eggs"]);
      await expect.poll(() => tab.box("Eggs").getAttribute("aria-checked")).toBe("true");
      await tab.expectFocus("toggle-2");
      await keyboard.press("Tab");
      await tab.expectFocus("edit-2");
      await keyboard.press("Enter");
      await tab.expectFocus("title-2-field");
      await keyboard.press("ControlOrMeta+A");
      await keyboard.type("Ten eggs");
      await keyboard.press("Enter");
      await tab.expectTitles(["Milk", "Ten eggs", "Bread"]);
      await tab.expectFocus("edit-2");
      await keyboard.press("Tab");
      await tab.expectFocus("delete-2");
      await keyboard.press("Enter");
      await tab.expectTitles(["Milk", "Bread"]);
      await tab.expectFocus("delete-3");
      await keyboard.press("Shift+Tab");
      await keyboard.press("Shift+Tab");
      await tab.expectFocus("toggle-3");
      await keyboard.press("Space");
      await expect.poll(done).toEqual(["Bread"]);
      await tab.expectFocus("toggle-3");
      for (const id of ["edit-3", "delete-3", "show-all", "show-active", "show-completed", "clear"]) {
        await keyboard.press("Tab");
        await tab.expectFocus(id);
      }
      await keyboard.press("Enter");
      await tab.expectTitles(["Milk"]);
      await tab.expectFocus("show-all");
      await tab.expectNoNavigation();
      await visitor.leave();
    });

    test("what is being typed elsewhere survives the actions on rows", async () => {
      await tab.page.fill("#new-title", "Half a thou");
      await tab.startRenaming("Eggs");
      await tab.page.fill("#title-2-field", "Ten eg");
      await tab.box("Milk").click();
      await expect.poll(done).toEqual(["Milk"]);
      await tab.delete("Milk");
      await expect.poll(titles).toEqual(["Eggs"]);
      await tab.expectText("#status", "Deleted");
      expect(await tab.page.inputValue("#new-title")).toBe("Half a thou");
      expect(await tab.page.inputValue("#title-2-field")).toBe("Ten eg");
      await visitor.leave();
    });

    test("an impatient double click adds once", async () => {
      await tab.page.fill("#new-title", "Bread");
      await tab.page.evaluate(() => {
        const form = document.querySelector<HTMLFormElement>("#add");
        form?.requestSubmit();
        form?.requestSubmit();
      });
      await tab.expectTitles(["Milk", "Eggs", "Bread"]);
      expect(titles()).toEqual(["Milk", "Eggs", "Bread"]);
      await visitor.leave();
    });

    test("a page that is out of date is told so", async () => {
      await tab.page.context().clearCookies();
      await tab.add("Bread");
      await tab.expectText("#status", "Reload it");
      expect(await tab.page.inputValue("#new-title")).toBe("Bread");
      expect(titles()).toEqual(["Milk", "Eggs"]);
    });

    test("a server that cannot be reached is told, and nothing typed is lost", async () => {
      await tab.page.context().route("**/todos", (route) => route.abort());
      await tab.add("Bread");
      await tab.expectText("#status", "cannot be reached");
      expect(await tab.page.inputValue("#new-title")).toBe("Bread");
      await tab.page.context().unrouteAll();
      await tab.page.getByRole("button", { name: "Add", exact: true }).click();
      await tab.expectTitles(["Milk", "Eggs", "Bread"]);
      await tab.expectNoNavigation();
    });
  });
});
