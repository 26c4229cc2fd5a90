import { describe, expect, test } from "vitest";
import { Arena } from "../../src/index.ts";
import { codeOf } from "../code-of.ts";

describe("marks", () => {
  test.each([
    [
      "released twice, and the arena has grown since",
      (arena: Arena) => {
        const mark = arena.mark();
        arena.release(mark);
        arena.alloc(8);
        return arena.release(mark);
      },
    ],
    [
      "an inner one, after the outer was released and the arena has grown past it",
      (arena: Arena) => {
        const outer = arena.mark();
        arena.alloc(8);
        const inner = arena.mark();
        arena.release(outer);
        arena.alloc(64);
        return arena.release(inner);
      },
    ],
    ["of another arena, at the same level", (arena: Arena) => arena.release(new Arena({ bytes: 64 }).mark())],
    [
      "from before a reset",
      (arena: Arena) => {
        const mark = arena.mark();
        expect(codeOf(() => arena.reset())).toBe("WATT_ELECTRON_LEAK");
        arena.alloc(64);
        return arena.release(mark);
      },
    ],
  ])("a mark %s, is told, and frees nothing", (_, run) => {
    const arena = new Arena({ bytes: 1024 });
    let used = -1;
    const release = arena.release.bind(arena);
    arena.release = (mark) => {
      used = arena.used;
      release(mark);
    };
    expect(codeOf(() => run(arena))).toBe("WATT_ELECTRON_MARK");
    expect(arena.used).toBe(used);
  });

  test("a mark may be released in vain, when nothing was taken since", () => {
    const arena = new Arena({ bytes: 64 });
    const mark = arena.mark();
    arena.alloc(8);
    arena.release(mark);
    expect(codeOf(() => arena.release(mark))).toBe("nothing");
  });

  test("two at one level are two", () => {
    const arena = new Arena({ bytes: 256 });
    const [outer, inner] = [arena.mark(), arena.mark()];
    arena.alloc(8);
    arena.release(inner);
    arena.alloc(8);
    arena.release(outer);
    expect([arena.used, codeOf(() => arena.reset())]).toEqual([0, "nothing"]);
  });

  test("that are open at the reset are a leak, told by place; the arena is reset all the same", () => {
    const arena = new Arena({ bytes: 256 });
    arena.alloc(8);
    const closed = arena.mark();
    arena.release(closed);
    arena.mark();
    arena.scope();
    expect(() => arena.reset()).toThrow(
      /WATT_ELECTRON_LEAK: 2 allocations of the arena .*#\d+ "mark" \(checked-arena-marks\.test\.ts:\d+\), #\d+ "mark"/,
    );
    expect([arena.used, codeOf(() => arena.reset())]).toEqual([0, "nothing"]);
  });

  test("thousands of them are no burden, and the latest stay known", () => {
    const arena = new Arena({ bytes: 64 });
    arena.alloc(8);
    const marks = Array.from({ length: 3000 }, () => {
      const mark = arena.mark();
      arena.release(mark);
      return mark;
    });
    expect(codeOf(() => arena.release(marks.at(-1024) as (typeof marks)[0]))).toBe("nothing");
    expect(codeOf(() => arena.release(marks.at(-1026) as (typeof marks)[0]))).toBe("WATT_ELECTRON_MARK");
  });
});
