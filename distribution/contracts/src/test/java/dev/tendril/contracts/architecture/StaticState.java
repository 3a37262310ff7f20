package dev.tendril.contracts.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** No static mutable state: two runtimes in one process must not meet. */
final class StaticState {
    private StaticState() {}

    static ArchRule neverChanges() {
        return fields().that().areStatic().should(neverChange()).because("two runtimes in one process must not meet");
    }

    /** Fields that the compiler makes (tables of a switch, the flag of an assertion) are its own affair. */
    private static ArchCondition<JavaField> neverChange() {
        return new ArchCondition<>("never change") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                if (!field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                    Immutability.mutablePart(field.reflect())
                            .ifPresent(part -> events.add(SimpleConditionEvent.violated(field, part)));
                }
            }
        };
    }
}
