/** Titles of the menu bar; the commands in it are in `commandsText`. */
export const menuText = { File: 'File', Edit: 'Edit', Go: 'Go', Help: 'Help', quit: 'Quit' };
