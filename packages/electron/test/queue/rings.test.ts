import { describe, expect, test } from "vitest";
import { type MessageConsumer, type MessageProducer, MpscRing, SpscRing } from "../../src/threads/index.ts";
import { codeOf } from "../code-of.ts";

const bytesOf = (length: number, seed = 1): Uint8Array => Uint8Array.from({ length }, (_, i) => seed + 3 * i);

type Messages = MessageProducer & MessageConsumer & { close(): void; readonly isDone: boolean; readonly size: number };

describe.each<[string, (capacity: number) => Messages]>([
  ["SpscRing", (capacity) => new SpscRing({ capacity, messages: true })],
  ["MpscRing", (capacity) => new MpscRing({ capacity, messages: true })],
])("messages of %s", (_, create) => {
  test.each([0, 1, 3, 4, 5, 63, 64, 65, 90, 200, 252])("of %i bytes come out whole, also around the end", (length) => {
    const ring = create(64);
    const target = new Uint8Array(256);
    for (let round = 0; round < 6; round++) {
      target.fill(0xee);
      expect([ring.tryWrite(bytesOf(length, round)), ring.tryRead(target), ring.tryRead(target)]).toEqual([
        true,
        length,
        -1,
      ]);
      expect([...target]).toEqual([...bytesOf(length, round), ...Array(256 - length).fill(0xee)]);
    }
  });

  test("take a word for the length and words for the bytes", () => {
    const ring = create(8);
    const lengths = [4, 0, 9].map((length) => [ring.tryWrite(bytesOf(length)), ring.size]);
    expect(lengths).toEqual([
      [true, 2],
      [true, 3],
      [true, 7],
    ]);
    expect([ring.tryWrite(bytesOf(1)), ring.tryWrite(bytesOf(0)), ring.tryWrite(bytesOf(0)), ring.size]).toEqual([
      false,
      true,
      false,
      8,
    ]);
  });

  test("that do not fit the target stay", () => {
    const ring = create(8);
    ring.tryWrite(bytesOf(7));
    const small = new Uint8Array(6);
    expect([ring.tryRead(small), ring.read(small), [...small], ring.size]).toEqual([7, 7, [0, 0, 0, 0, 0, 0], 3]);
    const target = new Uint8Array(7);
    expect([ring.tryRead(target), target]).toEqual([7, bytesOf(7)]);
  });

  test("that are too long for the ring are refused at once", async () => {
    const ring = create(4);
    expect([ring.tryWrite(bytesOf(13)), ring.write(bytesOf(13)), await ring.writeAsync(bytesOf(13))]).toEqual(
      Array(3).fill(false),
    );
    expect([ring.write(bytesOf(12)), ring.write(bytesOf(0), 1), ring.size]).toEqual([true, false, 4]);
  });

  test("are waited for", async () => {
    const ring = create(4);
    const target = new Uint8Array(12);
    expect([ring.read(target, 1), await ring.readAsync(target, 1)]).toEqual([-1, -1]);
    const read = ring.readAsync(target);
    ring.tryWrite(bytesOf(12));
    expect([await read, target]).toEqual([12, bytesOf(12)]);
    ring.tryWrite(bytesOf(12));
    // The longest that fits, as soon as there is room.
    const written = ring.writeAsync(bytesOf(12, 9));
    expect([ring.read(target), await written, ring.tryRead(target), target[0]]).toEqual([12, true, 12, 9]);
    const last = ring.readAsync(target);
    ring.close();
    expect([await last, ring.read(target), ring.write(bytesOf(1)), ring.isDone]).toEqual([-1, -1, false, true]);
  });
});

describe("checked mode", () => {
  const checked = { capacity: 4, checked: true };
  test.each<[string, () => unknown]>([
    ["an integer pushed to a ring of messages", () => new SpscRing({ ...checked, messages: true }).tryPush(1)],
    ["an integer popped from a ring of messages", () => new SpscRing({ ...checked, messages: true }).tryPop()],
    [
      "a batch pushed to a ring of messages",
      () => new MpscRing({ ...checked, messages: true }).pushMany(new Int32Array(1)),
    ],
    [
      "a batch popped from a ring of messages",
      () => new MpscRing({ ...checked, messages: true }).popMany(new Int32Array(1)),
    ],
    ["a message written to a ring of integers", () => new SpscRing(checked).tryWrite(bytesOf(1))],
    ["a message read from a ring of integers", () => new MpscRing(checked).tryRead(bytesOf(1))],
  ])("%s is an error", (_, run) => {
    expect(codeOf(run)).toBe("WATT_ELECTRON_FOREIGN_HANDLE");
  });

  test("a second producer or consumer is an error at its first use", () => {
    const ring = new SpscRing(checked);
    const other = SpscRing.from(ring.memory, { checked: true });
    expect([ring.tryPush(1), other.tryPop(), ring.tryPush(2)]).toEqual([true, 1, true]);
    expect(codeOf(() => other.tryPush(3))).toBe("WATT_ELECTRON_FOREIGN_HANDLE");
    expect(codeOf(() => ring.tryPop())).toBe("WATT_ELECTRON_FOREIGN_HANDLE");
    expect([ring.tryPush(3), other.tryPop(), other.tryPop()]).toEqual([true, 2, 3]);
  });

  test("a second consumer of lanes is an error", () => {
    const ring = new MpscRing(checked);
    ring.tryPop();
    expect(codeOf(() => MpscRing.from(ring.memory, { checked: true }).tryPop())).toBe("WATT_ELECTRON_FOREIGN_HANDLE");
  });

  test("a side is taken over without it", () => {
    const ring = new SpscRing(checked);
    ring.tryPush(1);
    ring.tryPush(2);
    ring.tryPop();
    const heir = SpscRing.from(ring.memory, { checked: false });
    expect([heir.tryPush(3), heir.tryPop(), heir.tryPop(), heir.tryPop()]).toEqual([true, 2, 3, undefined]);
  });
});

describe("without checked mode", () => {
  const unchecked = { capacity: 8, checked: false };
  test.each<[string, (ring: SpscRing) => unknown]>([
    ["producer", (ring) => ring.tryPush(1)],
    ["consumer", (ring) => ring.tryPop()],
  ])("a %s whom another overtook is an error, and moves nothing", (_, use) => {
    const ring = new SpscRing(unchecked);
    const other = SpscRing.from(ring.memory, { checked: false });
    ring.pushMany(new Int32Array(3));
    use(ring);
    use(other);
    const { size } = ring;
    expect([codeOf(() => use(ring)), ring.size]).toEqual(["WATT_ELECTRON_NOT_HELD", size]);
  });

  test("what a ring carries is not checked", () => {
    expect(new SpscRing({ ...unchecked, messages: true }).tryPush(1)).toBe(true);
  });
});

describe("lanes", () => {
  test.each([0, 1.5, -1, 257, Number.NaN])("there cannot be %d of them", (lanes) => {
    expect(codeOf(() => new MpscRing({ capacity: 2, lanes }))).toBe("WATT_ELECTRON_OPTION");
  });

  test.each([
    [2, 48],
    [16, 48],
    [32, 64],
  ])("of %i slots begin on lines of 64 bytes", (capacity, words) => {
    expect(new MpscRing({ capacity, lanes: 3 }).memory.byteLength).toBe(4 * (32 + 3 * words));
    expect(words % 16).toBe(0);
  });

  test("one for each producer, and no more", () => {
    const ring = new MpscRing({ capacity: 2, lanes: 2 });
    const producers = [ring.producer(), MpscRing.from(ring.memory).producer()];
    expect(codeOf(() => ring.producer())).toBe("WATT_ELECTRON_FULL");
    expect(codeOf(() => ring.tryPush(1))).toBe("WATT_ELECTRON_FULL");
    expect(producers.map((producer) => [producer.capacity, producer.tryPush(1)])).toEqual([
      [2, true],
      [2, true],
    ]);
  });

  test("are given back with what lies in them, once", () => {
    const ring = new MpscRing({ capacity: 4, lanes: 1 });
    const first = ring.producer();
    first.pushMany(Int32Array.of(1, 2));
    first.close();
    expect([first.isClosed, first.tryPush(3), first.push(3), first.pushMany(new Int32Array(2))]).toEqual([
      true,
      false,
      false,
      0,
    ]);
    const second = ring.producer();
    first.close();
    expect(codeOf(() => ring.producer())).toBe("WATT_ELECTRON_FULL");
    expect([second.tryPush(4), second.isClosed, ring.isClosed, ring.size]).toEqual([true, false, false, 3]);
    expect([ring.tryPop(), ring.tryPop(), ring.tryPop(), ring.tryPop()]).toEqual([1, 2, 4, undefined]);
  });

  test("let go a producer that waits when it is closed", async () => {
    const ring = new MpscRing({ capacity: 2, lanes: 1 });
    const producer = ring.producer();
    producer.pushMany(new Int32Array(2));
    const pushed = producer.pushAsync(1);
    producer.close();
    expect(await pushed).toBe(false);
  });

  test("are emptied in turn, one that is never empty too", () => {
    const ring = new MpscRing({ capacity: 256, lanes: 8 });
    const producers = Array.from({ length: 5 }, () => ring.producer());
    producers.forEach((producer, i) => producer.pushMany(new Int32Array(100).fill(i)));
    const popped = Array.from({ length: 500 }, () => ring.tryPop() as number);
    const runs = popped.reduce<number[][]>((all, value, i) => {
      if (value === popped[i - 1]) (all.at(-1) as number[])[1]!++;
      else all.push([value, 1]);
      return all;
    }, []);
    expect(runs.map(([, length]) => length)).toEqual([64, 65, 65, 65, 65, 36, 35, 35, 35, 35]);
  });

  test("give a batch of one producer at a time", () => {
    const ring = new MpscRing({ capacity: 8, lanes: 3 });
    const producers = [ring.producer(), ring.producer(), ring.producer()];
    producers.forEach((producer, i) => producer.pushMany(Int32Array.of(i, i)));
    const batches = producers.map(() => {
      const target = new Int32Array(8);
      return [...target.subarray(0, ring.popMany(target))];
    });
    expect(batches).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });

  test("all close with the ring, also those that are claimed later", () => {
    const ring = new MpscRing({ capacity: 2 });
    const producer = ring.producer();
    producer.tryPush(1);
    ring.close();
    expect([producer.isClosed, producer.tryPush(2), ring.producer().tryPush(3), ring.isDone]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([ring.tryPop(), ring.isDone]).toEqual([1, true]);
  });
});
