/** Links of the page's navigation. */
export const LINKS: readonly { readonly path: string; readonly text: string }[] = [
  { path: "/", text: "Home" },
  { path: "/tasks", text: "Tasks" },
  { path: "/people", text: "People" },
  { path: "/calendar", text: "Calendar" },
  { path: "/reports", text: "Reports" },
  { path: "/settings", text: "Settings" },
];

/** What stands over the columns of the table. */
export const COLUMNS: readonly string[] = [
  "Number",
  "Amount",
  "Name",
  "Owner",
  "Team",
  "City",
  "State",
  "Kind",
  "Label",
  "Place",
];
