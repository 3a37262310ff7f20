package dev.tendril.nlp.sound;

/**
 * Sound of one channel.
 *
 * @param where it stands, for messages
 * @param rate samples a second
 * @param samples at least one, of −1 to 1 unless the file has louder ones
 */
record Recording(String where, int rate, double[] samples) {}
