/** There is no room to remember more places: another executor has to walk. */
export const FULL: i32 = -1;

const PLACE: usize = 16;

let places: usize = 0;
let mask: u32 = 0;
let count: u32 = 0;
let generation: u32 = 0;

/** Where places are remembered: room for a power of two of them, 16 bytes each, all zero; or none. */
export function setPlaces(at: usize, room: u32): void {
  places = at;
  mask = room - 1;
}

/** Forgets all places. */
export function forgetPlaces(): void {
  count = 0;
  // Why not cleared: a walk remembers few, and most none. Once in 2^32 walks an old place could be taken for a new one.
  generation++;
  if (generation == 0) {
    memory.fill(places, 0, (<usize>mask + 1) * PLACE);
    generation = 1;
  }
}

/** 1 when the search is at a position of the path for the first time with this record, 0 when not; or `FULL`. */
export function isNew(record: u32, position: u32): i32 {
  let slot = ((record * 0x9e3779b1) ^ (position * 0x85ebca6b)) >>> 7;
  while (true) {
    const at = places + <usize>(slot & mask) * PLACE;
    if (load<u32>(at) != generation) {
      if (count * 2 >= mask) return FULL;
      count++;
      store<u32>(at, generation);
      store<u32>(at, record, 4);
      store<u32>(at, position, 8);
      return 1;
    }
    if (load<u32>(at, 4) == record && load<u32>(at, 8) == position) return 0;
    slot++;
  }
}
