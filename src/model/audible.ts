/** dBFS; a room with nobody speaking is louder. */
export const AUDIBLE = -60;
