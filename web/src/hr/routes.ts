import { html } from "lit";

import type { Entry, Route } from "../router.js";

const people = () => import("./people.js");
const cycleForm = () => import("./cycle-form.js");

export const routes: readonly Route[] = [
  ...["/hr", "/hr/people"].map(
    (path): Route => ({
      path,
      title: (t) => t.hr.people,
      load: people,
      render: () => html`<groundwork-hr-people></groundwork-hr-people>`,
    }),
  ),
  {
    path: "/hr/people/:id",
    title: (t) => t.hr.people,
    load: () => import("./person.js"),
    render: ({ id = "" }) => html`<groundwork-hr-person person-id=${id}></groundwork-hr-person>`,
  },
  {
    path: "/hr/cycles",
    title: (t) => t.hr.cycles,
    load: () => import("./cycles.js"),
    render: () => html`<groundwork-hr-cycles></groundwork-hr-cycles>`,
  },
  {
    path: "/hr/cycles/new",
    title: (t) => t.hr.cycle.create,
    load: cycleForm,
    render: () => html`<groundwork-hr-cycle-form></groundwork-hr-cycle-form>`,
  },
  {
    path: "/hr/cycles/:id",
    title: (t) => t.hr.cycles,
    load: () => import("./cycle.js"),
    render: ({ id = "" }) => html`<groundwork-hr-cycle cycle-id=${id}></groundwork-hr-cycle>`,
  },
  {
    path: "/hr/cycles/:id/edit",
    title: (t) => t.hr.cycle.editTitle,
    load: cycleForm,
    render: ({ id = "" }) => html`<groundwork-hr-cycle-form cycle-id=${id}></groundwork-hr-cycle-form>`,
  },
  ...["/hr/audit", "/hr/audit/:id"].map(
    (path): Route => ({
      path,
      title: (t) => t.hr.audit,
      load: () => import("./audit.js"),
      render: ({ id = "" }) => html`<groundwork-hr-audit subject=${id}></groundwork-hr-audit>`,
    }),
  ),
];

export const entry: Entry = {
  href: "#/hr/people",
  label: (t) => t.shell.hr,
  covers: ["/hr"],
  visible: (me) => me.isHrAdmin,
};
