import { declareWords } from '../app/words.js';

export const keyboardWords = declareWords('keyboard', {
  es: {
    title: 'Atajos de teclado',
    palette: 'Buscar e ir a cualquier parte',
    search: 'Buscar en la lista',
    rows: 'Ir de fila en fila',
    open: 'Abrir la fila',
    close: 'Cerrar lo que está abierto',
    undo: 'Deshacer lo último que lo permita',
    help: 'Ver esta ayuda',
  },
  en: {
    title: 'Keyboard shortcuts',
    palette: 'Find and go anywhere',
    search: 'Search the list',
    rows: 'Go from row to row',
    open: 'Open the row',
    close: 'Close what is open',
    undo: 'Undo the latest deed that can be',
    help: 'See this help',
  },
});
