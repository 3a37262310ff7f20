package dev.tendril.training.checkpoint;

import java.util.ArrayList;
import java.util.List;

/** Goes through lines {@code key=value} in order. */
final class Lines {
    private final List<String> lines;
    private int next;

    /** Lines that each end with a line feed. */
    Lines(String text) {
        this.lines = text.lines().toList();
    }

    /** The value of the next line, which must have this key. */
    String next(String key) throws DamagedCheckpoint {
        if (!nextIs(key)) {
            throw new DamagedCheckpoint("its manifest lacks '" + key + "' in line " + (next + 1));
        }
        return lines.get(next++).substring(key.length() + 1);
    }

    /** The values of all lines from here on that have this key. */
    List<String> all(String key) throws DamagedCheckpoint {
        List<String> values = new ArrayList<>();
        while (nextIs(key)) {
            values.add(next(key));
        }
        return values;
    }

    /** Demands that every line was read. */
    void end() throws DamagedCheckpoint {
        if (next != lines.size()) {
            throw new DamagedCheckpoint(
                    "its manifest has an unknown line " + (next + 1) + ", '" + lines.get(next) + "'");
        }
    }

    private boolean nextIs(String key) {
        return next < lines.size() && lines.get(next).startsWith(key + "=");
    }
}
