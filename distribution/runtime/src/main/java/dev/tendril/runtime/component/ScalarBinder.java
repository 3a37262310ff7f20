package dev.tendril.runtime.component;

import dev.tendril.api.spi.Range;
import dev.tendril.runtime.component.Binder.Site;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.diagnostic.Similar;
import dev.tendril.runtime.yaml.Scalars;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Converts scalars by the declared type; what is quoted is text. */
final class ScalarBinder {
    private final Problems problems;

    ScalarBinder(Problems problems) {
        this.problems = problems;
    }

    Optional<Object> bind(ValueType type, Scalar scalar, Site site) {
        if (scalar.isNull()) {
            return wrong(type, scalar, site, scalar.text().isEmpty() ? "" : "quote it if text is meant");
        }
        if (type instanceof ValueType.Text) {
            return Optional.of(scalar.text());
        }
        if (type instanceof ValueType.Choice choice) {
            return choice(choice, scalar, site);
        }
        if (!scalar.plain()) {
            return wrong(type, scalar, site, "what is quoted is text; remove the quotes");
        }
        if (type instanceof ValueType.Whole whole) {
            return whole(whole, scalar, site);
        }
        if (type instanceof ValueType.Real) {
            return number(type, scalar, site);
        }
        Optional<Boolean> truth = Scalars.truth(scalar.text());
        return truth.isPresent() ? truth.map(each -> (Object) each) : wrong(type, scalar, site, "");
    }

    private Optional<Object> choice(ValueType.Choice type, Scalar scalar, Site site) {
        List<String> options = type.options();
        return options.contains(scalar.text())
                ? Optional.of(type.constant(scalar.text()))
                : wrong(type, scalar, site, Similar.question(scalar.text(), options));
    }

    private Optional<Object> whole(ValueType.Whole type, Scalar scalar, Site site) {
        OptionalLong value = Scalars.whole(scalar.text());
        if (value.isEmpty()) {
            return wrong(type, scalar, site, "");
        }
        long number = value.getAsLong();
        if (!inRange((double) number, scalar, site)) {
            return Optional.empty();
        }
        if (type.large()) {
            return Optional.of(number);
        }
        if (number != (int) number) {
            outOfRange(scalar, site, (number > 0 ? "at most " + Integer.MAX_VALUE : "at least " + Integer.MIN_VALUE));
            return Optional.empty();
        }
        return Optional.of((int) number);
    }

    private Optional<Object> number(ValueType type, Scalar scalar, Site site) {
        OptionalDouble value = Scalars.number(scalar.text());
        if (value.isEmpty()) {
            return wrong(type, scalar, site, "");
        }
        return inRange(value.getAsDouble(), scalar, site) ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private boolean inRange(double value, Scalar scalar, Site site) {
        Optional<Range> range = site.parameter().range();
        boolean inside = range.map(bounds -> Ranges.contains(bounds, value)).orElse(true);
        if (!inside) {
            outOfRange(scalar, site, range.map(Ranges::words).orElse(""));
        }
        return inside;
    }

    private void outOfRange(Scalar scalar, Site site, String bounds) {
        problems.error(Code.OUT_OF_RANGE, site.words() + " must be " + bounds + ", not " + scalar.text())
                .at(scalar.location())
                .notes(site.subject().notes())
                .report();
    }

    private Optional<Object> wrong(ValueType type, Scalar scalar, Site site, String label) {
        problems.error(Code.WRONG_TYPE, site.words() + " must be " + type.words() + ", not " + scalar.kind())
                .at(scalar.location())
                .label(label)
                .notes(site.subject().notes())
                .report();
        return Optional.empty();
    }
}
