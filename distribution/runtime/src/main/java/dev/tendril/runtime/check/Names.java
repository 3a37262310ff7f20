package dev.tendril.runtime.check;

import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.regex.Pattern;

/** The rule for names of fields and nodes: they become parts of parameter paths and of file names in archives. */
final class Names {
    /** What a field or node may be called. */
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private Names() {}

    static void check(Scalar key, String what, Problems problems) {
        if (!NAME.matcher(key.text()).matches()) {
            problems.error(Code.BAD_NAME, "'" + key.text() + "' cannot name a " + what)
                    .at(key.location())
                    .label("use a-z, 0-9 and '_', at most 64 of them, first a letter")
                    .report();
        }
    }
}
