package dev.tendril.api.tensor;

/**
 * Names a stream of random numbers: a seed narrowed by purpose, path, example and step. Two keys made the same way are equal,
 * so adding a layer, an example or a thread changes nobody else's numbers.
 *
 * @param high first half of the key
 * @param low second half of the key
 */
public record RandomKey(long high, long low) {

    /** The root key of a seed. */
    public static RandomKey of(long seed) {
        return new RandomKey(mix(seed), mix(seed ^ 0x5DEECE66DL));
    }

    /** This key narrowed by a name, such as a purpose or the path of a node. */
    public RandomKey with(String name) {
        long hash = 0xCBF29CE484222325L; // FNV-1a over UTF-16 units; mixed below
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return with(hash ^ name.length());
    }

    /** This key narrowed by a number, such as an example's or a step's. */
    public RandomKey with(long number) {
        return new RandomKey(mix(high + 0x9E3779B97F4A7C15L * (number + 1)), mix(low ^ mix(number + high)));
    }

    /** The finaliser of SplitMix64 (Steele et al. 2014): a bijection in which every input bit flips half of the output. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
