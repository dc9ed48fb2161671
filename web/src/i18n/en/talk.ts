export const talk = {
  title: "Conversation",
};
