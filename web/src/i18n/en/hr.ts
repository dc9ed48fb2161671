export const hr = {
  title: "HR",
};
