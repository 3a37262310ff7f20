package dev.tendril.plugin.tokenizers;

import java.util.Arrays;
import java.util.List;

/** Finds the tokens that start at a place of a text, character by character. Node 0 is the root. */
final class Trie {
    static final int NONE = -1;

    private long[] keys = new long[1024]; // node and code point, plus 1; 0 where free
    private int[] children = new int[1024];
    private int[] tokens = new int[1024];
    private int nodes = 1;

    Trie(List<String> given) {
        Arrays.fill(tokens, NONE);
        for (int token = 0; token < given.size(); token++) {
            int node = 0;
            for (int point : given.get(token).codePoints().toArray()) {
                node = added(node, point);
            }
            tokens[node] = token;
        }
    }

    /** The node one character on; {@link #NONE} if no token goes on so. */
    int child(int node, int point) {
        int slot = slot(keys, key(node, point));
        return keys[slot] == 0 ? NONE : children[slot];
    }

    /** The token that ends at a node; {@link #NONE} if there is none. */
    int token(int node) {
        return tokens[node];
    }

    private int added(int node, int point) {
        long key = key(node, point);
        int slot = slot(keys, key);
        if (keys[slot] != 0) {
            return children[slot];
        }
        if (2 * nodes > keys.length) {
            grow();
            slot = slot(keys, key);
        }
        keys[slot] = key;
        children[slot] = nodes;
        return nodes++;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldChildren = children;
        keys = new long[2 * oldKeys.length];
        children = new int[keys.length];
        int known = tokens.length;
        tokens = Arrays.copyOf(tokens, keys.length);
        Arrays.fill(tokens, known, tokens.length, NONE);
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != 0) {
                int slot = slot(keys, oldKeys[old]);
                keys[slot] = oldKeys[old];
                children[slot] = oldChildren[old];
            }
        }
    }

    private static long key(int node, int point) {
        return (((long) node << 21) | point) + 1;
    }

    private static int slot(long[] keys, long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
