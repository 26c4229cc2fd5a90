import { For } from "solid-js";
import { renderToString } from "solid-js/web";
import { COLUMNS, LINKS } from "../data/constants.ts";

function Item(props) {
  return (
    <li class="task" id={`task-${props.row.id}`}>
      <a href={`/tasks/${props.row.id}`} title={props.row.note}>
        {props.row.title}
      </a>
      <span class="owner">{props.row.owner}</span>
    </li>
  );
}

function Overview(props) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{props.page.title}</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <header class="top">
          <Navigation section={props.page.section} />
          <Search query={props.page.query} />
        </header>
        <main>
          <h1>{props.page.title}</h1>
          <For each={props.page.cards}>{(card) => <Card card={card} />}</For>
        </main>
        <footer>
          <p>Made for measuring</p>
        </footer>
      </body>
    </html>
  );
}

function Navigation(props) {
  return (
    <nav>
      <For each={LINKS}>
        {(link) => (
          <a href={link.path} aria-current={link.path === props.section ? "page" : undefined}>
            {link.text}
          </a>
        )}
      </For>
    </nav>
  );
}

function Search(props) {
  return (
    <form class="search" action="/search">
      <label for="q">Search</label>
      <input id="q" type="search" placeholder="Title or owner" name="q" value={props.query} />
      <button type="submit">Find</button>
    </form>
  );
}

function Card(props) {
  return (
    <article class="card" id={`task-${props.card.id}`}>
      <h2>
        <a href={`/tasks/${props.card.id}`}>{props.card.title}</a>
      </h2>
      <p class="note">{props.card.note}</p>
      <ul class="tags">
        <For each={props.card.tags}>{(tag) => <li class="tag">{tag}</li>}</For>
      </ul>
      <footer class="meta">
        <span class="owner">{props.card.owner}</span>
        <time datetime={props.card.due}>{props.card.day}</time>
        <a class="more" href={`/tasks/${props.card.id}`}>
          Open
        </a>
      </footer>
    </article>
  );
}

function Table(props) {
  return (
    <table class="data">
      <thead>
        <tr>
          <For each={COLUMNS}>{(column) => <th scope="col">{column}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>{(row) => <Row row={row} />}</For>
      </tbody>
    </table>
  );
}

function Row(props) {
  return (
    <tr>
      <td>{props.row.id}</td>
      <td>{props.row.amount}</td>
      <td>{props.row.name}</td>
      <td>{props.row.owner}</td>
      <td>{props.row.team}</td>
      <td>{props.row.city}</td>
      <td>{props.row.state}</td>
      <td>{props.row.kind}</td>
      <td>{props.row.label}</td>
      <td>{props.row.place}</td>
    </tr>
  );
}

function Tree(props) {
  return (
    <div class="node" id={`n${props.node.id}`}>
      <span>{props.node.name}</span>
      {props.node.left && <Tree node={props.node.left} />}
      {props.node.right && <Tree node={props.node.right} />}
    </div>
  );
}

export const item = (row) => renderToString(() => <Item row={row} />);
export const page = (page) => `<!doctype html>${renderToString(() => <Overview page={page} />)}`;
export const table = ({ rows }) => renderToString(() => <Table rows={rows} />);
export const tree = (node) => renderToString(() => <Tree node={node} />);
