package dev.tendril.runtime.component;

import dev.tendril.api.Diagnostic.Location;
import dev.tendril.api.spi.ComponentProvider;
import dev.tendril.api.spi.Remark;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.yaml.YamlValue;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.List;
import java.util.function.Supplier;

/** Shows what providers remark on settings without effect, each at its place. */
public final class Remarks {
    private final ComponentRegistry registry;
    private final Problems problems;

    /** Shows remarks to a collector. */
    public Remarks(ComponentRegistry registry, Problems problems) {
        this.registry = registry;
        this.problems = problems;
    }

    /**
     * What a provider remarks on parameters alone.
     *
     * @param mapping where they are written
     * @param name the name of the component there
     */
    @SuppressWarnings("unchecked") // the record is of the provider's type: it was bound by it
    void report(RegisteredComponent component, Record parameters, Mapping mapping, Scalar name) {
        ComponentProvider<Record> provider = (ComponentProvider<Record>) component.provider();
        report(component, () -> provider.remarks(parameters), mapping, name.location());
    }

    /**
     * What a component remarks.
     *
     * @param remarks asks it
     * @param mapping where its parameters are written
     * @param otherwise the place of what is not written
     */
    public void report(
            RegisteredComponent component, Supplier<List<Remark>> remarks, Mapping mapping, Location otherwise) {
        try {
            remarks.get().forEach(remark -> report(component, remark, mapping, otherwise));
        } catch (RuntimeException failure) {
            problems.error(Code.COMPONENT_FAILED, component.label() + " failed: " + failure)
                    .at(otherwise)
                    .note("provided by: " + component.owner().label())
                    .report();
        }
    }

    private void report(RegisteredComponent component, Remark remark, Mapping mapping, Location otherwise) {
        String key = registry.schemas().of(component.provider().parameters()).parameters().stream()
                .filter(each -> each.name().equals(remark.parameter()))
                .map(RecordSchema.Parameter::key)
                .findFirst()
                .orElse("");
        String what = key.isEmpty() ? component.label() : "parameter '" + key + "' of " + component.label();
        problems.warning(Code.NO_EFFECT, what + " has no effect: " + remark.reason())
                .at(mapping.get(key).map(YamlValue::location).orElse(otherwise))
                .notes(Subject.of(component).notes())
                .report();
    }
}
