import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
// @boundaries-ignore repository scripts, for tests alone
import { launchChromium } from "../../../scripts/chromium.ts";
// @boundaries-ignore repository scripts, for tests alone
import { describeWithChromium } from "../../../scripts/describe-with-chromium.ts";
import { makeDataFolder, type RunningServer, startServer } from "./start-server.ts";
import { type Tab, Visitor } from "./tab.ts";

const data = makeDataFolder();
let server: RunningServer;
let browser: Browser;

const titles = (): string[] => data.rows().map(({ title }) => title);
const done = (): string[] =>
  data
    .rows()
    .filter((row) => row.done)
    .map(({ title }) => title);

const HOSTILE = [`<img src=x onerror=alert(1)>`, `</script>"'&`];
const LONG = "x".repeat(121);

describeWithChromium("the starter app", () => {
  beforeAll(async () => {
    server = await startServer(data.path);
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    data.remove();
  });

  describe.each([
    ["on", true],
    ["off", false],
  ])("with JavaScript %s", (_, js) => {
    let visitor: Visitor;
    let tab: Tab;

    // One context for all: starting them costs more than the tests do.
    beforeAll(async () => {
      visitor = await Visitor.arrive(browser, server.url, js);
      tab = await visitor.open();
    });

    afterAll(() => visitor.leave());

    beforeEach(async () => {
      data.fill(["Milk", "✓Eggs", "Bread"]);
      await tab.goto("/");
      await tab.expectTitles(["Milk", "Eggs", "Bread"]);
    });

    afterEach(() => visitor.expectNoComplaints());

    test("adds", async () => {
      await tab.add("  Salt ");
      await tab.expectTitles(["Milk", "Eggs", "Bread", "Salt"]);
      expect(titles()).toEqual(["Milk", "Eggs", "Bread", "Salt"]);
      await tab.expectText("#count", "3 left");
      // The field is empty, and ready for the next one.
      await tab.expectFocus("new-title");
      expect(await tab.page.inputValue("#new-title")).toBe("");
      await tab.page.keyboard.type("Pepper");
      await tab.page.keyboard.press("Enter");
      await tab.expectTitles(["Milk", "Eggs", "Bread", "Salt", "Pepper"]);
      if (js) await tab.expectText("#status", "Added “Pepper”. 4 left.");
      await tab.expectNoNavigation();
    });

    test("renames", async () => {
      await tab.startRenaming("Milk");
      await tab.expectFocus("title-1-field");
      expect(await tab.page.inputValue("#title-1-field")).toBe("Milk");
      await tab.page.fill("#title-1-field", "Oat milk");
      await tab.page.keyboard.press("Enter");
      await tab.expectTitles(["Oat milk", "Eggs", "Bread"]);
      expect(titles()).toEqual(["Oat milk", "Eggs", "Bread"]);
      if (js) await tab.expectFocus("edit-1");
      await tab.expectNoNavigation();
    });

    test("renames not when cancelled", async () => {
      await tab.startRenaming("Milk");
      await tab.page.fill("#title-1-field", "Oat milk");
      await tab.page.getByRole("link", { name: "Cancel" }).click();
      await tab.expectTitles(["Milk", "Eggs", "Bread"]);
      expect(titles()).toEqual(["Milk", "Eggs", "Bread"]);
      if (js) await tab.expectFocus("edit-1");
      await tab.expectNoNavigation();
    });

    test("ticks off and takes back", async () => {
      await tab.box("Milk").click();
      await expect.poll(() => tab.box("Milk").getAttribute("aria-checked")).toBe("true");
      expect(done()).toEqual(["Milk", "Eggs"]);
      await tab.expectText("#count", "1 left");
      if (js) await tab.expectFocus("toggle-1");
      await tab.box("Milk").click();
      await expect.poll(() => tab.box("Milk").getAttribute("aria-checked")).toBe("false");
      expect(done()).toEqual(["Eggs"]);
      await tab.expectText("#count", "2 left");
      await tab.expectNoNavigation();
    });

    test("deletes", async () => {
      await tab.delete("Eggs");
      await tab.expectTitles(["Milk", "Bread"]);
      expect(titles()).toEqual(["Milk", "Bread"]);
      if (js) await tab.expectFocus("delete-3");
      await tab.delete("Bread");
      await tab.expectTitles(["Milk"]);
      if (js) await tab.expectFocus("delete-1");
      await tab.delete("Milk");
      await tab.expectTitles([]);
      expect(titles()).toEqual([]);
      await tab.expectText("#empty", "Nothing to do");
      expect(await tab.page.locator("#summary").isVisible()).toBe(false);
      if (js) await tab.expectFocus("empty");
      await tab.add("Salt");
      await tab.expectTitles(["Salt"]);
      expect(await tab.page.locator("#empty").isVisible()).toBe(false);
      await tab.expectText("#count", "1 left");
      await tab.expectNoNavigation();
    });

    test("clears what is completed", async () => {
      await tab.page.getByRole("button", { name: "Clear completed" }).click();
      await tab.expectTitles(["Milk", "Bread"]);
      expect(titles()).toEqual(["Milk", "Bread"]);
      await expect.poll(() => tab.page.getByRole("button", { name: "Clear completed" }).count()).toBe(0);
      if (js) await tab.expectFocus("show-all");
      await tab.expectNoNavigation();
    });

    test("filters, by links", async () => {
      for (const [name, path, shown] of [
        ["Active", "/?show=active", ["Milk", "Bread"]],
        ["Completed", "/?show=completed", ["Eggs"]],
        ["All", "/", ["Milk", "Eggs", "Bread"]],
      ] as const) {
        await tab.page.getByRole("link", { name, exact: true }).click();
        await tab.expectTitles(shown);
        expect(tab.page.url()).toBe(server.url + path);
        expect(await tab.page.locator("[aria-current=page]").innerText()).toBe(name);
      }
      await tab.page.goBack();
      await tab.expectTitles(["Eggs"]);
    });

    test("keeps the view through every action", async () => {
      await tab.goto("/?show=active");
      await tab.add("Salt");
      await tab.expectTitles(["Milk", "Bread", "Salt"]);
      await tab.box("Milk").click();
      await tab.expectTitles(["Bread", "Salt"]);
      if (js) await tab.expectFocus("toggle-3");
      expect(done()).toEqual(["Milk", "Eggs"]);
      await tab.rename("Bread", "Rye bread");
      await tab.expectTitles(["Rye bread", "Salt"]);
      await tab.delete("Salt");
      await tab.expectTitles(["Rye bread"]);
      await tab.page.getByRole("button", { name: "Clear completed" }).click();
      await expect.poll(titles).toEqual(["Rye bread"]);
      await tab.expectTitles(["Rye bread"]);
      expect(await tab.page.locator("[aria-current=page]").innerText()).toBe("Active");
      await tab.expectNoNavigation();
      await tab.box("Rye bread").click();
      await tab.expectText("#empty", "All done");
      await tab.expectNoNavigation();
    });

    test("says so when a view does not show what was added", async () => {
      await tab.goto("/?show=completed");
      await tab.add("Salt");
      await tab.expectText("#status", "Added.");
      await tab.expectTitles(["Eggs"]);
      expect(titles()).toContain("Salt");
      await tab.expectNoNavigation();
    });

    test.each([
      ["an empty title", "", "Write what needs to be done."],
      ["spaces", "   ", "Write what needs to be done."],
      ["a title that is too long", LONG, "121 characters"],
      ["a hostile title that is too long", HOSTILE[0] + LONG, "149 characters"],
    ])("refuses %s beside the field and keeps it", async (_name, typed, problem) => {
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

    test("two tabs are right after a reload, whatever either did", async () => {
      const other = await visitor.open();
      await tab.box("Milk").click();
      await expect.poll(done).toEqual(["Milk", "Eggs"]);
      // The other tab still shows it open, and asks for the same: done stays done.
      await other.box("Milk").click();
      await expect.poll(() => other.box("Milk").getAttribute("aria-checked")).toBe("true");
      expect(done()).toEqual(["Milk", "Eggs"]);
      await tab.add("Salt");
      await tab.expectTitles(["Milk", "Eggs", "Bread", "Salt"]);
      await other.rename("Bread", "Rye bread");
      await expect.poll(titles).toEqual(["Milk", "Eggs", "Rye bread", "Salt"]);
      await other.expectNoNavigation();
      await tab.expectNoNavigation();
      for (const one of [tab, other]) {
        await one.reload();
        await one.expectTitles(["Milk", "Eggs", "Rye bread", "Salt"]);
        await one.expectText("#count", "2 left");
      }
      await other.page.close();
    });

    test.each<[string, (tab: Tab) => Promise<void>]>([
      ["ticks off", (tab) => tab.box("Milk").click()],
      ["deletes", (tab) => tab.delete("Milk")],
      ["wants to rename", (tab) => tab.page.getByRole("link", { name: "Rename Milk" }).click()],
    ])("%s what another tab has deleted", async (_name, act) => {
      const other = await visitor.open();
      await other.delete("Milk");
      await other.expectTitles(["Eggs", "Bread"]);
      await other.page.close();
      await act(tab);
      await tab.expectText("#status", "no longer there");
      await tab.expectTitles(["Eggs", "Bread"]);
      expect(titles()).toEqual(["Eggs", "Bread"]);
      await tab.expectNoNavigation();
    });

    test("renames what another tab has deleted meanwhile", async () => {
      const other = await visitor.open();
      await tab.startRenaming("Milk");
      await other.delete("Milk");
      await other.expectTitles(["Eggs", "Bread"]);
      await other.page.close();
      await tab.page.fill("#title-1-field", "Oat milk");
      await tab.page.keyboard.press("Enter");
      await tab.expectText("#status", "no longer there");
      await tab.expectTitles(["Eggs", "Bread"]);
      expect(titles()).toEqual(["Eggs", "Bread"]);
      await tab.expectNoNavigation();
    });

    test.each(HOSTILE)("%s is text everywhere", async (title) => {
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
      const visitor = await Visitor.arrive(browser, server.url, false);
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

  describe("with JavaScript on, besides", () => {
    let visitor: Visitor;
    let tab: Tab;

    beforeEach(async () => {
      data.fill(["Milk", "Eggs"]);
      visitor = await Visitor.arrive(browser, server.url, true);
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

  test("every target is large enough on a phone, and nothing sticks out", async () => {
    data.fill(["Milk", "✓Eggs", "x".repeat(120)]);
    const page = await browser.newPage({ viewport: { width: 320, height: 700 }, isMobile: true, hasTouch: true });
    for (const path of ["/", "/?edit=1", "/?show=completed"]) {
      await page.goto(server.url + path);
      const small = await page.$$eval("a, button, input:not([type=hidden])", (elements) =>
        elements
          .map((element) => ({ id: element.id || element.textContent, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width < 44 || box.height < 44)
          .map(({ id, box }) => `${id} ${box.width}×${box.height}`),
      );
      expect(small).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    }
    await page.close();
  });
});
