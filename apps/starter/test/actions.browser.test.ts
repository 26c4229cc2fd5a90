import { expect, test } from "vitest";
import { describeOnAndOff, describeStarter } from "./starter.ts";
import type { Tab } from "./tab.ts";

describeStarter((starter) => {
  const { data, titles, done } = starter;

  describeOnAndOff(starter, (visit) => {
    test("adds", async () => {
      const { js, tab } = visit;
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
      const { js, tab } = visit;
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
      const { js, tab } = visit;
      await tab.startRenaming("Milk");
      await tab.page.fill("#title-1-field", "Oat milk");
      await tab.page.getByRole("link", { name: "Cancel" }).click();
      await tab.expectTitles(["Milk", "Eggs", "Bread"]);
      expect(titles()).toEqual(["Milk", "Eggs", "Bread"]);
      if (js) await tab.expectFocus("edit-1");
      await tab.expectNoNavigation();
    });

    test("ticks off and takes back", async () => {
      const { js, tab } = visit;
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
      const { js, tab } = visit;
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
      await expect.poll(() => tab.page.locator("#summary").isVisible()).toBe(false);
      if (js) await tab.expectFocus("empty");
      await tab.add("Salt");
      await tab.expectTitles(["Salt"]);
      // Polled: a page that is still loading has its rows before it has its styles.
      await expect.poll(() => tab.page.locator("#empty").isVisible()).toBe(false);
      await tab.expectText("#count", "1 left");
      await tab.expectNoNavigation();
    });

    test("clears what is completed", async () => {
      const { js, tab } = visit;
      await tab.page.getByRole("button", { name: "Clear completed" }).click();
      await tab.expectTitles(["Milk", "Bread"]);
      expect(titles()).toEqual(["Milk", "Bread"]);
      await expect.poll(() => tab.page.getByRole("button", { name: "Clear completed" }).count()).toBe(0);
      if (js) await tab.expectFocus("show-all");
      await tab.expectNoNavigation();
    });

    test("filters, by links", async () => {
      const { tab } = visit;
      for (const [name, path, shown] of [
        ["Active", "/?show=active", ["Milk", "Bread"]],
        ["Completed", "/?show=completed", ["Eggs"]],
        ["All", "/", ["Milk", "Eggs", "Bread"]],
      ] as const) {
        await tab.page.getByRole("link", { name, exact: true }).click();
        await tab.expectTitles(shown);
        expect(tab.page.url()).toBe(starter.url + path);
        expect(await tab.page.locator("[aria-current=page]").innerText()).toBe(name);
      }
      await tab.page.goBack();
      await tab.expectTitles(["Eggs"]);
    });

    test("keeps the view through every action", async () => {
      const { js, tab } = visit;
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
      // Before the text, which is on the page all along and hidden while there are rows.
      await tab.expectTitles([]);
      await tab.expectText("#empty", "All done");
      await tab.expectNoNavigation();
    });

    test("says so when a view does not show what was added", async () => {
      const { tab } = visit;
      await tab.goto("/?show=completed");
      await tab.add("Salt");
      await tab.expectText("#status", "Added.");
      await tab.expectTitles(["Eggs"]);
      expect(titles()).toContain("Salt");
      await tab.expectNoNavigation();
    });

    test("two tabs are right after a reload, whatever either did", async () => {
      const { tab, visitor } = visit;
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
      const { tab, visitor } = visit;
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
      const { tab, visitor } = visit;
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
  });

  test("every target is large enough on a phone, and nothing sticks out", async () => {
    data.fill(["Milk", "✓Eggs", "x".repeat(120)]);
    const page = await starter.browser.newPage({
      viewport: { width: 320, height: 700 },
      isMobile: true,
      hasTouch: true,
    });
    for (const path of ["/", "/?edit=1", "/?show=completed"]) {
      await page.goto(starter.url + path);
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
