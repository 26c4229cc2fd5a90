import { type Context, type Data, httpError } from "@watt/bolt";
import { csrfToken } from "@watt/bolt/csrf";
import type { JoltAnswer } from "@watt/jolt/server";
import { NOTICES, readNotice } from "./notices.ts";
import { at, isShown, readShow } from "./show.ts";
import { checkTitle, type Todo } from "./todo.ts";
import type { TodoStore } from "./todo-store.ts";
import { addForm } from "./views/add-form.ts";
import { deleteForm, editItem, item, toggleForm } from "./views/item.ts";
import { type Board, board, empty } from "./views/list.ts";
import { announcement, notice } from "./views/messages.ts";
import { page } from "./views/page.ts";
import { summary } from "./views/summary.ts";
import type { View } from "./views/view.ts";

// Every action answers twice: a browser without Jolt is sent on to a page (303) or shown one (422); Jolt gets the parts
// of the page that changed. Views are handed over as functions: they run when the answer is written, or not at all.

type TodoContext = Context<{ readonly id: string }>;

/** `GET /`: the page, and for Jolt the row that is to be renamed. */
export function showPage(store: TodoStore, c: Context): Data {
  const view = viewOf(c);
  const asked = c.query.get("edit");
  const todo = asked === null ? undefined : store.find(readId(asked));
  if (asked !== null && todo === undefined) return gone(store, c, view);
  return c.jolt.page(
    () => page(view, { ...boardOf(store, view), editing: todo?.id, notice: readNotice(c.query) }),
    () => (todo === undefined ? board(view, boardOf(store, view)) : editItem(view, todo)),
  );
}

/** `GET /todos/:id`: the row as it is, for Jolt; the page, for a browser that was shown a refused form here. */
export function showTodo(store: TodoStore, c: TodoContext): Data {
  const view = viewOf(c);
  const todo = store.find(readId(c.params.id));
  if (todo === undefined) return gone(store, c, view);
  const answer = c.jolt.redirect(at("/", view.show));
  return settle(answer, view, todo, () => item(view, todo, { focus: true }));
}

/** `POST /todos` */
export async function addTodo(store: TodoStore, c: Context): Promise<Data> {
  const view = viewOf(c);
  const typed = (await c.form()).get("title") ?? "";
  const { title, problem } = checkTitle(typed);
  if (problem !== undefined) {
    const refused = { typed, problem };
    return c.jolt.invalid(
      () => page(view, { ...boardOf(store, view), refusedNew: refused }),
      () => addForm(view, { refused }),
    );
  }
  const todo = store.add(title);
  const isSeen = isShown(view.show, todo);
  const answer = c.jolt.redirect(at("/", view.show, isSeen ? {} : { notice: "elsewhere" }));
  if (isSeen) answer.append("#list", () => item(view, todo));
  answer.replaceOuter("#add", () => addForm(view));
  report(answer, store, view, `Added “${title}”.`);
  return isSeen ? answer : answer.replace("#status", () => notice(NOTICES.elsewhere));
}

/** `PATCH /todos/:id` */
export async function renameTodo(store: TodoStore, c: TodoContext): Promise<Data> {
  const view = viewOf(c);
  const typed = (await c.form()).get("title") ?? "";
  const { title, problem } = checkTitle(typed);
  const id = readId(c.params.id);
  if (problem !== undefined) {
    const before = store.find(id);
    if (before === undefined) return gone(store, c, view);
    const refused = { typed, problem };
    return c.jolt.invalid(
      () => page(view, { ...boardOf(store, view), editing: id, refused }),
      () => editItem(view, before, refused),
    );
  }
  const todo = store.rename(id, title);
  if (todo === undefined) return gone(store, c, view);
  const answer = c.jolt.redirect(at("/", view.show) + anchor(view, todo));
  settle(answer, view, todo, () => item(view, todo, { focus: true }));
  return report(answer, store, view, `Renamed to “${todo.title}”.`);
}

/** `PUT /todos/:id/done` */
export async function setTodoDone(store: TodoStore, c: TodoContext): Promise<Data> {
  const view = viewOf(c);
  const done = (await c.form()).get("done");
  if (done !== "0" && done !== "1") throw httpError(400, "The field done must be 0 or 1.");
  const todo = store.setDone(readId(c.params.id), done === "1");
  if (todo === undefined) return gone(store, c, view);
  const answer = c.jolt.redirect(at("/", view.show) + anchor(view, todo));
  settle(answer, view, todo, () => item(view, todo));
  if (!isShown(view.show, todo)) {
    const next = neighbour(store, view, todo.id);
    if (next) answer.replaceOuter(`#toggle-form-${next.id}`, () => toggleForm(view, next, { focus: true }));
    else answer.replaceOuter("#empty", () => empty(view.show, { focus: true }));
  }
  return report(answer, store, view, todo.done ? `Done: “${todo.title}”.` : `Not done: “${todo.title}”.`);
}

/** `DELETE /todos/:id` */
export function deleteTodo(store: TodoStore, c: TodoContext): Data {
  const view = viewOf(c);
  const todo = store.remove(readId(c.params.id));
  if (todo === undefined) return gone(store, c, view);
  const next = neighbour(store, view, todo.id);
  const answer = c.jolt.redirect(at("/", view.show) + (next ? anchor(view, next) : "")).remove(`#todo-${todo.id}`);
  if (next) answer.replaceOuter(`#delete-form-${next.id}`, () => deleteForm(view, next, { focus: true }));
  else answer.replaceOuter("#empty", () => empty(view.show, { focus: true }));
  return report(answer, store, view, `Deleted “${todo.title}”.`);
}

/** `DELETE /todos/completed` */
export function clearCompleted(store: TodoStore, c: Context): Data {
  const view = viewOf(c);
  const ids = store.clearCompleted();
  const answer = c.jolt.redirect(at("/", view.show));
  if (view.show !== "active") for (const id of ids) answer.remove(`#todo-${id}`);
  answer.replaceOuter("#empty", () => empty(view.show, { focus: true }));
  return report(answer, store, view, `Cleared ${ids.length} completed.`, { focus: true });
}

function viewOf(c: Context): View {
  return { show: readShow(c.query), token: csrfToken(c) };
}

function boardOf(store: TodoStore, { show }: View): Board {
  return { todos: store.list(show), counts: store.counts() };
}

/** The id that an address names; what cannot be one names no to-do. */
function readId(text: string): number {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0;
}

/** The to-do on which the focus goes on when this one has left the list: the next, else the last. */
function neighbour(store: TodoStore, { show }: View, id: number): Todo | undefined {
  const todos = store.list(show);
  return todos.find((todo) => todo.id > id) ?? todos.at(-1);
}

/** Brings a browser without Jolt back to the row that it came from, if that is still in view. */
function anchor({ show }: View, todo: Todo): string {
  return isShown(show, todo) ? `#todo-${todo.id}` : "";
}

/** Puts a changed row in its place, or takes it away when it is in view no longer. */
function settle(answer: JoltAnswer, view: View, todo: Todo, row: () => ReturnType<typeof item>): JoltAnswer {
  const target = `#todo-${todo.id}` as const;
  return isShown(view.show, todo) ? answer.replaceOuter(target, row) : answer.remove(target);
}

/** Updates the summary, and says what happened and how much is left. */
function report(
  answer: JoltAnswer,
  store: TodoStore,
  view: View,
  text: string,
  options?: { focus: boolean },
): JoltAnswer {
  const counts = store.counts();
  return answer
    .replaceOuter("#summary", () => summary(view, counts, options))
    .replace("#status", () => announcement(`${text} ${counts.left} left.`));
}

/** The answer to an action on a to-do that another tab has deleted: the list as it is, and a word about it. */
function gone(store: TodoStore, c: Context, view: View): JoltAnswer {
  const answer = c.jolt.redirect(at("/", view.show, { notice: "gone" }));
  return answer
    .replaceOuter("#board", () => board(view, boardOf(store, view)))
    .replace("#status", () => notice(NOTICES.gone, { focus: true }));
}
