package dev.tendril.contracts.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** What the declarations must look like, whatever they do. */
final class CodeShape {
    private CodeShape() {}

    static ArchRule nullMarkedPackages() {
        return classes()
                .should(new ArchCondition<>("reside in a package whose package-info says @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage()
                                .tryGetPackageInfo()
                                .map(info -> info.isAnnotatedWith(NullMarked.class))
                                .orElse(false);
                        if (!marked) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getPackageName() + " has no package-info with @NullMarked"));
                        }
                    }
                })
                .because("every package says what belongs there, and what may be null");
    }

    static ArchRule linearAlgebraStaysInside() {
        return members()
                .that(describe("are public or protected", CodeShape::isVisible))
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("dev.tendril.tensor..")
                .should(notNameTypesOf("org.ejml"))
                .because("EJML is a detail of the engine");
    }

    static ArchRule closedTypes() {
        return classes()
                .that(describe("are concrete", CodeShape::isConcrete))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .orShould(ArchCondition.from(sealedOrThrowable()))
                .because("types are final or sealed unless they are made to be implemented");
    }

    private static ArchCondition<JavaMember> notNameTypesOf(String library) {
        return new ArchCondition<>("not name types of " + library) {
            @Override
            public void check(JavaMember member, ConditionEvents events) {
                String named = member.getAllInvolvedRawTypes().stream()
                        .filter(type -> type.getPackageName().startsWith(library))
                        .map(JavaClass::getName)
                        .collect(Collectors.joining(", "));
                if (!named.isEmpty()) {
                    events.add(SimpleConditionEvent.violated(member, member.getDescription() + " names " + named));
                }
            }
        };
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static boolean isConcrete(JavaClass type) {
        return !type.isInterface()
                && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                && !type.isEnum()
                && !type.isAnonymousClass()
                && !type.getSimpleName().equals("package-info");
    }

    private static DescribedPredicate<JavaClass> sealedOrThrowable() {
        return describe(
                "sealed or an exception", type -> type.reflect().isSealed() || type.isAssignableTo(Throwable.class));
    }
}
