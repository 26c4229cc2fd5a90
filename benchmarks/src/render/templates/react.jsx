import { renderToStaticMarkup } from "react-dom/server";
import { COLUMNS, LINKS } from "../data/constants.ts";

function Item({ row }) {
  return (
    <li className="task" id={`task-${row.id}`}>
      <a href={`/tasks/${row.id}`} title={row.note}>
        {row.title}
      </a>
      <span className="owner">{row.owner}</span>
    </li>
  );
}

function Overview({ page }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>{page.title}</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <header className="top">
          <Navigation section={page.section} />
          <Search query={page.query} />
        </header>
        <main>
          <h1>{page.title}</h1>
          {page.cards.map((card) => (
            <Card key={card.id} card={card} />
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
        <a key={path} href={path} aria-current={path === section ? "page" : undefined}>
          {text}
        </a>
      ))}
    </nav>
  );
}

function Search({ query }) {
  return (
    <form className="search" action="/search">
      <label htmlFor="q">Search</label>
      <input id="q" type="search" placeholder="Title or owner" name="q" defaultValue={query} />
      <button type="submit">Find</button>
    </form>
  );
}

function Card({ card }) {
  return (
    <article className="card" id={`task-${card.id}`}>
      <h2>
        <a href={`/tasks/${card.id}`}>{card.title}</a>
      </h2>
      <p className="note">{card.note}</p>
      <ul className="tags">
        {card.tags.map((tag, index) => (
          <li key={index} className="tag">
            {tag}
          </li>
        ))}
      </ul>
      <footer className="meta">
        <span className="owner">{card.owner}</span>
        <time dateTime={card.due}>{card.day}</time>
        <a className="more" href={`/tasks/${card.id}`}>
          Open
        </a>
      </footer>
    </article>
  );
}

function Table({ rows }) {
  return (
    <table className="data">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
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
    <div className="node" id={`n${node.id}`}>
      <span>{node.name}</span>
      {node.left && <Tree node={node.left} />}
      {node.right && <Tree node={node.right} />}
    </div>
  );
}

export const item = (row) => renderToStaticMarkup(<Item row={row} />);
export const page = (page) => `<!doctype html>${renderToStaticMarkup(<Overview page={page} />)}`;
export const table = ({ rows }) => renderToStaticMarkup(<Table rows={rows} />);
export const tree = (node) => renderToStaticMarkup(<Tree node={node} />);
