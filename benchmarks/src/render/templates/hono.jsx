import { COLUMNS, LINKS } from "../data/constants.ts";

function Item({ row }) {
  return (
    <li class="task" id={`task-${row.id}`}>
      <a href={`/tasks/${row.id}`} title={row.note}>
        {row.title}
      </a>
      <span class="owner">{row.owner}</span>
    </li>
  );
}

function Overview({ page }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{page.title}</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <header class="top">
          <Navigation section={page.section} />
          <Search query={page.query} />
        </header>
        <main>
          <h1>{page.title}</h1>
          {page.cards.map((card) => (
            <Card card={card} />
          ))}
        </main>
        <footer>
          <p>Made for measuring</p>
        </footer>
      </body>
    </html>
  );
}

function Navigation({ section }) {
  return (
    <nav>
      {LINKS.map(({ path, text }) => (
        <a href={path} aria-current={path === section ? "page" : undefined}>
          {text}
        </a>
      ))}
    </nav>
  );
}

function Search({ query }) {
  return (
    <form class="search" action="/search">
      <label for="q">Search</label>
      <input id="q" type="search" placeholder="Title or owner" name="q" value={query} />
      <button type="submit">Find</button>
    </form>
  );
}

function Card({ card }) {
  return (
    <article class="card" id={`task-${card.id}`}>
      <h2>
        <a href={`/tasks/${card.id}`}>{card.title}</a>
      </h2>
      <p class="note">{card.note}</p>
      <ul class="tags">
        {card.tags.map((tag) => (
          <li class="tag">{tag}</li>
        ))}
      </ul>
      <footer class="meta">
        <span class="owner">{card.owner}</span>
        <time datetime={card.due}>{card.day}</time>
        <a class="more" href={`/tasks/${card.id}`}>
          Open
        </a>
      </footer>
    </article>
  );
}

function Table({ rows }) {
  return (
    <table class="data">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }) {
  return (
    <tr>
      <td>{row.id}</td>
      <td>{row.amount}</td>
      <td>{row.name}</td>
      <td>{row.owner}</td>
      <td>{row.team}</td>
      <td>{row.city}</td>
      <td>{row.state}</td>
      <td>{row.kind}</td>
      <td>{row.label}</td>
      <td>{row.place}</td>
    </tr>
  );
}

function Tree({ node }) {
  return (
    <div class="node" id={`n${node.id}`}>
      <span>{node.name}</span>
      {node.left && <Tree node={node.left} />}
      {node.right && <Tree node={node.right} />}
    </div>
  );
}

// Nothing here is asynchronous, so hono gives a string at once.
export const item = (row) => (<Item row={row} />).toString();
export const page = (page) => `<!doctype html>${(<Overview page={page} />).toString()}`;
export const table = ({ rows }) => (<Table rows={rows} />).toString();
export const tree = (node) => (<Tree node={node} />).toString();
