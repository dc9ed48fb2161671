export const feedback = {
  title: "Feedback",
};
