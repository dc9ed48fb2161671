/** The four dates of a cycle, in their order. */
export const steps = ["prepare_by", "share_by", "respond_by", "discuss_by"] as const;
export type Step = (typeof steps)[number];
