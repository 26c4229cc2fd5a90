import { expectTypeOf, test } from "vitest";
import type { LockedQueue } from "../../src/locked/index.ts";
import {
  type BatchProducer,
  type BatchQueue,
  type MessageConsumer,
  type MessageProducer,
  MpmcQueue,
  type MpscProducer,
  MpscRing,
  type Queue,
  SpscRing,
} from "../../src/threads/index.ts";

const ring = new SpscRing({ capacity: 2, messages: true, checked: false });
const lanes = new MpscRing({ capacity: 2, lanes: 2 });
const queue = new MpmcQueue({ capacity: 2 });

test("each is a queue, and most move batches and messages", () => {
  expectTypeOf<SpscRing>().toExtend<BatchQueue & MessageProducer & MessageConsumer>();
  expectTypeOf<MpscRing>().toExtend<BatchQueue & MessageProducer & MessageConsumer>();
  expectTypeOf<LockedQueue>().toExtend<BatchQueue>();
  expectTypeOf<MpmcQueue>().toExtend<Queue>();
  expectTypeOf<MpmcQueue>().not.toExtend<BatchQueue>();
  expectTypeOf<MpscProducer>().toExtend<BatchProducer & MessageProducer>();
});

test("what is popped may be nothing", () => {
  expectTypeOf(ring.tryPop()).toEqualTypeOf<number | undefined>();
  expectTypeOf(queue.popAsync(5)).toEqualTypeOf<Promise<number | undefined>>();
  expectTypeOf(lanes.tryRead(new Uint8Array(4))).toEqualTypeOf<number>();
  // @ts-expect-error it must be looked at first
  ring.pop().toFixed();
});

test("what is wrong does not compile", () => {
  // @ts-expect-error a capacity is needed
  new SpscRing({});
  // @ts-expect-error an option that is not there
  new MpmcQueue({ capacity: 2, checked: true });
  // @ts-expect-error integers only
  ring.tryPush("7");
  // @ts-expect-error an Int32Array only
  ring.pushMany([1, 2]);
  // @ts-expect-error bytes only
  ring.tryWrite("text");
  // @ts-expect-error no messages here
  queue.tryWrite(new Uint8Array(1));
  // @ts-expect-error no batches here
  queue.pushMany(new Int32Array(1));
  // @ts-expect-error a producer does not pop
  lanes.producer().tryPop();
  // @ts-expect-error shared memory only
  SpscRing.from(new ArrayBuffer(64));
});
