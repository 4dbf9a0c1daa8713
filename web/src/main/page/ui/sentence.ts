/** A message of the server as a sentence: it begins in lower case there, to go behind a file's name. */
export function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
