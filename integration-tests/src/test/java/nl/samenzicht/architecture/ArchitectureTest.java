package nl.samenzicht.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.BDDAssertions.then;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The rules of ARCHITECTURE.md, held against what was compiled. Each rule says how many classes, methods or calls it saw
 * and fails when it saw fewer than there are bound to be, so that a rule that matches nothing does not pass in silence.
 */
class ArchitectureTest {

    private static final String SECURITY = "nl.samenzicht.security";
    private static final String DOMAIN = "nl.samenzicht.domain";
    private static final String WEB = "nl.samenzicht.web";
    private static final String LAUNCH = "nl.samenzicht.launch";
    private static final String TLOG = "nl.samenzicht.tlog";
    private static final String VERIFIER = "nl.samenzicht.verifier";
    private static final String WITNESS = "nl.samenzicht.witness";

    /** What must be known before a case file is; each may use what stands before it. */
    private static final List<Set<String>> GROUND_FLOOR = List.of(
            Set.of("person", "store"),
            Set.of("lease", "consent", "police", "linkage", "residence"),
            Set.of("casefile"));

    private static JavaClasses product;

    @BeforeAll
    static void read() {
        var folders = Stream.of("verifier", "security", "domain", "web-ui", "ear")
                .map(module -> Path.of("..", module, "target", "classes"))
                .peek(folder -> then(Files.isDirectory(folder))
                        .as("'%s' is missing: compile the other modules first", folder)
                        .isTrue())
                .toList();
        product = new ClassFileImporter().importPaths(folders);
    }

    /** Checks each subject, and that there are at least so many. */
    private static <T> void holds(String rule, List<T> subjects, int atLeast, Function<T, Stream<String>> violations) {
        System.out.printf("%s: saw %d%n", rule, subjects.size());
        then(subjects).as("what the rule '%s' looks at", rule).hasSizeGreaterThanOrEqualTo(atLeast);
        then(subjects.stream().flatMap(violations).distinct().sorted().toList())
                .as("%s (saw %d)", rule, subjects.size())
                .isEmpty();
    }

    private static List<JavaClass> classes(Predicate<JavaClass> which) {
        return product.stream().filter(which).toList();
    }

    private static Predicate<JavaClass> in(String root) {
        return each ->
                each.getPackageName().equals(root) || each.getPackageName().startsWith(root + ".");
    }

    private static Stream<String> uses(JavaClass user, Predicate<JavaClass> what) {
        return user.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(ArchitectureTest::element)
                .filter(what)
                .map(target -> user.getName() + " uses " + target.getName());
    }

    private static JavaClass element(JavaClass type) {
        return type.isArray() ? type.getBaseComponentType() : type;
    }

    @Test
    void security_knows_nothing_of_what_stands_on_it() {
        holds(
                "security uses neither domain nor web",
                classes(in(SECURITY)),
                150,
                each -> uses(each, in(DOMAIN).or(in(WEB)).or(in(LAUNCH))));
    }

    @Test
    void who_checks_the_log_elsewhere_needs_nothing_of_ours() {
        holds(
                "tlog, verifier and witness use the JDK and each other",
                classes(in(TLOG).or(in(VERIFIER)).or(in(WITNESS))),
                30,
                each -> uses(
                        each,
                        target -> !target.isPrimitive()
                                && !target.getPackageName().startsWith("java.")
                                && !target.getPackageName().startsWith("com.sun.net.httpserver")
                                && !in(TLOG).or(in(VERIFIER)).or(in(WITNESS)).test(target)));
        holds(
                "tlog knows neither bundles nor witnesses",
                classes(in(TLOG)),
                10,
                each -> uses(each, in(VERIFIER).or(in(WITNESS))));
    }

    @Test
    void domain_knows_nothing_of_the_screen() {
        holds("domain uses no web", classes(in(DOMAIN)), 100, each -> uses(each, in(WEB).or(in(LAUNCH))));
        holds(
                "domain and security use no Vaadin and no servlet but for the network address of a request",
                classes(in(DOMAIN).or(in(SECURITY))),
                250,
                each -> uses(
                        each,
                        target -> target.getPackageName().startsWith("com.vaadin")
                                || (target.getPackageName().startsWith("jakarta.servlet")
                                        && !each.getSimpleName().endsWith("Producer"))));
    }

    @Test
    void the_launcher_stands_apart() {
        holds(
                "launch uses nothing of the product",
                classes(in(LAUNCH)),
                5,
                each -> uses(each, in(SECURITY).or(in(DOMAIN)).or(in(WEB))));
    }

    @Test
    void the_packages_of_the_domain_go_round_in_no_circle() {
        var users = classes(in(DOMAIN));
        Map<String, Set<String>> graph = new TreeMap<>();
        for (var user : users) {
            user.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> element(dependency.getTargetClass()))
                    .filter(in(DOMAIN))
                    .filter(target -> !feature(target).equals(feature(user)))
                    .forEach(target -> graph.computeIfAbsent(feature(user), any -> new TreeSet<>())
                            .add(feature(target)));
        }
        then(graph.keySet()).as("packages with dependencies").hasSizeGreaterThanOrEqualTo(8);
        holds("domain packages form no circle", users, 100, each -> circle(graph, feature(each)));
    }

    private static String feature(JavaClass each) {
        return each.getPackageName().equals(DOMAIN)
                ? ""
                : each.getPackageName().substring(DOMAIN.length() + 1).split("\\.")[0];
    }

    private static Stream<String> circle(Map<String, Set<String>> graph, String from) {
        var next = new ArrayDeque<>(graph.getOrDefault(from, Set.of()));
        var seen = new TreeSet<String>();
        while (!next.isEmpty()) {
            var here = next.poll();
            if (here.equals(from)) {
                return Stream.of("%s leads back to itself, by %s".formatted(from, seen));
            }
            if (seen.add(here)) {
                next.addAll(graph.getOrDefault(here, Set.of()));
            }
        }
        return Stream.empty();
    }

    @Test
    void a_case_file_stands_on_person_and_consent_and_knows_no_feature_that_stands_on_it() {
        var floors = new HashMap<String, Integer>();
        for (int floor = 0; floor < GROUND_FLOOR.size(); floor++) {
            for (var name : GROUND_FLOOR.get(floor)) {
                floors.put(name, floor);
            }
        }
        holds(
                "person ◀ consent ◀ casefile ◀ the rest",
                classes(in(DOMAIN).and(each -> floors.containsKey(feature(each)))),
                60,
                each -> uses(
                        each,
                        in(DOMAIN)
                                .and(target -> !feature(target).equals(feature(each)))
                                .and(target -> floors.getOrDefault(feature(target), 99) >= floors.get(feature(each)))));
    }

    @Test
    void the_policy_is_pure() {
        holds(
                "policy uses no database, no container and nothing of ours but the directory's words",
                classes(in(SECURITY + ".policy")),
                35,
                each -> uses(
                        each,
                        target -> target.getPackageName().startsWith("java.sql")
                                || target.getPackageName().startsWith("javax.sql")
                                || target.getPackageName().startsWith("jakarta.")
                                || (in("nl.samenzicht").test(target)
                                        && !in(SECURITY + ".policy").test(target)
                                        && !in(SECURITY + ".directory").test(target))));
    }

    @Test
    void no_package_is_called_impl_or_util() {
        holds(
                "features first: no impl, util, helper, dto, common or misc",
                List.copyOf(product.stream().toList()),
                400,
                each -> Stream.of(each.getPackageName().split("\\."))
                        .filter(Set.of("impl", "util", "utils", "helper", "helpers", "dto", "common", "misc")::contains)
                        .map(name -> each.getName() + " lies in '" + name + "'"));
        holds(
                "no type is called Impl, Dto or Manager",
                List.copyOf(product.stream().toList()),
                400,
                each -> Stream.of("Impl", "Dto", "DTO", "Manager", "Helper", "Utils")
                        .filter(each.getSimpleName()::endsWith)
                        .map(end -> each.getName()));
    }

    @Test
    void views_are_for_their_own_feature_only() {
        holds(
                "views are package-private",
                classes(in(WEB).and(each -> each.isAnnotatedWith("com.vaadin.flow.router.Route"))),
                10,
                each -> each.getModifiers().contains(JavaModifier.PUBLIC)
                        ? Stream.of(each.getName() + " is public")
                        : Stream.empty());
    }

    @Test
    void entities_never_reach_the_screen() {
        var entities = classes(each -> each.isAnnotatedWith("jakarta.persistence.Entity"));
        then(entities).hasSizeGreaterThanOrEqualTo(10);
        holds("the web uses no entity", classes(in(WEB)), 50, each -> uses(each, entities::contains));
        holds(
                "the web uses no persistence and no SQL, but where the product is started",
                classes(in(WEB).and(each -> !each.getSimpleName().equals("Startup"))),
                50,
                each -> uses(
                        each,
                        target -> target.getPackageName().startsWith("jakarta.persistence")
                                || target.getPackageName().startsWith("java.sql")
                                || target.getPackageName().startsWith("javax.sql")));
        holds(
                "public methods of services return no entity",
                entities,
                10,
                entity -> entity.getDirectDependenciesToSelf().stream()
                        .filter(dependency ->
                                dependency.getOriginClass().getSimpleName().endsWith("Service"))
                        .map(Dependency::getOriginClass)
                        .distinct()
                        .flatMap(service -> service.getMethods().stream())
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method ->
                                method.getReturnType().getAllInvolvedRawTypes().contains(entity))
                        .map(JavaMethod::getFullName));
    }

    @Test
    void only_the_gate_makes_grants() {
        var calls = product.stream()
                .flatMap(each -> each.getConstructorCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().getName().equals(SECURITY + ".access.AccessGrant"))
                .toList();
        holds(
                "only AccessGate constructs AccessGrant",
                calls,
                1,
                call -> call.getOriginOwner().getName().equals(SECURITY + ".access.AccessGate")
                        ? Stream.empty()
                        : Stream.of(call.getDescription()));
        holds(
                "AccessGrant has no constructor that others can call",
                List.copyOf(product.get(SECURITY + ".access.AccessGrant").getConstructors()),
                1,
                made -> made.getModifiers().contains(JavaModifier.PUBLIC)
                        ? Stream.of(made.getFullName() + " is public")
                        : Stream.empty());
    }

    @Test
    void content_leaves_the_repository_for_a_grant_only() {
        var opening = product.stream()
                .flatMap(each -> each.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().getName().equals(SECURITY + ".keys.Vault")
                        && call.getName().equals("open"))
                .filter(call -> !call.getOriginOwner().getName().equals(SECURITY + ".keys.Vault"))
                .toList();
        holds(
                "whoever opens content holds a grant",
                opening,
                1,
                call -> call.getTarget()
                                .getRawParameterTypes()
                                .get(0)
                                .getName()
                                .equals(SECURITY + ".access.AccessGrant")
                        ? Stream.empty()
                        : Stream.of(call.getDescription()));
        var content = product.get(DOMAIN + ".casefile.ItemContent");
        holds(
                "methods of repositories and readers that return content take a grant",
                product.stream()
                        .filter(in(DOMAIN + ".casefile"))
                        .filter(each -> Set.of("Items", "ItemReader").contains(each.getSimpleName()))
                        .flatMap(each -> each.getMethods().stream())
                        .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE)
                                && !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(method -> reaches(method, content))
                        .toList(),
                4,
                ArchitectureTest::withoutGrant);
        holds(
                "methods of repositories of cases that return whole cases take a grant",
                product.get(DOMAIN + ".casefile.CaseFiles").getMethods().stream()
                        .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE)
                                && !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(method -> method.getReturnType().getAllInvolvedRawTypes().stream()
                                .anyMatch(type -> type.getSimpleName().equals("CaseFile")))
                        .toList(),
                3,
                ArchitectureTest::withoutGrant);
        holds(
                "the log is read for a grant only",
                product.get(SECURITY + ".oversight.AgencyLog").getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                                && !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .toList(),
                3,
                ArchitectureTest::withoutGrant);
    }

    /** Whether what the method returns holds the type, itself or in a component of a record. */
    private static boolean reaches(JavaMethod method, JavaClass wanted) {
        return method.getReturnType().getAllInvolvedRawTypes().stream()
                .anyMatch(type -> type.equals(wanted)
                        || (type.isRecord()
                                && type.getFields().stream()
                                        .anyMatch(field -> field.getRawType().equals(wanted))));
    }

    private static Stream<String> withoutGrant(JavaMethod method) {
        return method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().equals(SECURITY + ".access.AccessGrant"))
                ? Stream.empty()
                : Stream.of(method.getFullName() + " takes no AccessGrant");
    }

    @Test
    void only_oversight_reads_lines_of_the_log() {
        holds(
                "LedgerLines has one reader",
                classes(in("nl.samenzicht")),
                400,
                each -> in(SECURITY + ".ledger").or(in(SECURITY + ".oversight")).test(each)
                        ? Stream.empty()
                        : uses(each, target -> target.getName().equals(SECURITY + ".ledger.LedgerLines")));
    }

    @Test
    void dependencies_arrive_through_the_constructor() {
        var injected = product.stream()
                .flatMap(each -> each.getFields().stream())
                .filter(field -> field.isAnnotatedWith("jakarta.inject.Inject"))
                .toList();
        System.out.printf("fields with @Inject: %d%n", injected.size());
        holds(
                "no field injection; a container's own resources have no other way in",
                product.stream().flatMap(each -> each.getFields().stream()).toList(),
                500,
                field -> field.isAnnotatedWith("jakarta.inject.Inject") && !mayBeInjected(field)
                        ? Stream.of(field.getFullName())
                        : Stream.empty());
    }

    /** The demo makes services of its own; the container gives it the parts, and nobody else does so. */
    private static boolean mayBeInjected(JavaField field) {
        return field.getRawType().getName().equals("jakarta.persistence.EntityManager")
                || field.getOwner().getPackageName().equals(DOMAIN + ".demo");
    }

    @Test
    void every_package_says_what_it_is_for() {
        var packages = product.stream()
                .filter(each -> !each.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(toCollection(TreeSet::new));
        holds(
                "each package has a package-info",
                List.copyOf(packages),
                20,
                name -> Stream.of("verifier", "security", "domain", "web-ui", "ear")
                                .map(module -> Path.of("..", module, "src", "main", "java")
                                        .resolve(name.replace('.', '/'))
                                        .resolve("package-info.java"))
                                .anyMatch(Files::exists)
                        ? Stream.empty()
                        : Stream.of(name + " has no package-info.java"));
    }
}
