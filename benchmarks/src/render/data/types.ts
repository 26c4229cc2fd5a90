/** What the list item shows. */
export interface Row {
  readonly id: number;
  title: string;
  note: string;
  owner: string;
}

/** What an overview of tasks shows. */
export interface Page {
  title: string;
  /** What was searched for: the value of the field. */
  query: string;
  /** The path of the link that is the current one. */
  readonly section: string;
  readonly cards: readonly Card[];
}

export interface Card {
  readonly id: number;
  title: string;
  note: string;
  readonly tags: string[];
  owner: string;
  /** The date as machines read it … */
  due: string;
  /** … and as people do. */
  day: string;
}

export interface Table {
  readonly rows: readonly TableRow[];
}

/** Two numbers and eight words. */
export interface TableRow {
  readonly id: number;
  readonly amount: number;
  name: string;
  owner: string;
  team: string;
  city: string;
  state: string;
  kind: string;
  label: string;
  place: string;
}

/** A branch has both children, a leaf none. */
export interface TreeNode {
  readonly id: number;
  name: string;
  readonly left: TreeNode | undefined;
  readonly right: TreeNode | undefined;
}
