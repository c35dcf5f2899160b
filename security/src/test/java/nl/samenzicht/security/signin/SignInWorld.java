package nl.samenzicht.security.signin;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.PolicyInForce;
import nl.samenzicht.security.access.ResourceFacts;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.access.RunningTransaction;
import nl.samenzicht.security.administration.AgencyService;
import nl.samenzicht.security.administration.StaffService;
import nl.samenzicht.security.database.DatabaseReady;
import nl.samenzicht.security.database.TestMariaDb;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.Membership;
import nl.samenzicht.security.directory.NoticeCard;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.keys.KeyFolder;
import nl.samenzicht.security.keys.LedgerKeys;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.ledger.Acts;
import nl.samenzicht.security.ledger.AuditLedger;
import nl.samenzicht.security.ledger.LedgerSequencer;
import nl.samenzicht.security.ledger.RestoredLog;
import nl.samenzicht.security.rulebook.FirstRulebook;
import org.apache.shiro.subject.ExecutionException;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.Flyway;

/**
 * Sign-in, the directory and its administration on a real MariaDB with the persistence that Payara carries, without a
 * server: the services are the product's own, each act runs in one transaction as in the container, and the clock stands
 * still until a test turns it.
 */
public final class SignInWorld {
    /** A password that is accepted for everybody here. */
    public static final String PASSWORD = "vier paarden in de wei";

    private static final String ORIGIN = "samenzicht.test/ledger";

    public static final Visitor OFFICE = new Visitor("192.0.2.10", "Firefox at the office");
    public static final Visitor STRANGER = new Visitor("198.51.100.66", "curl");

    public final TurnableClock clock = new TurnableClock();
    public final Map<String, String> settings = new HashMap<>();
    public final KeyFolder keys = KeyFolder.inMemory();
    public final String schema;
    public final DataSource database;
    public final AuditLedger ledger;
    public final Directory directory;
    public final Membership membership;
    public final Notices notices;
    public final Sessions sessions;
    public final Links links;
    public final SignIn signIn;
    public final SignedInSubject subject;
    public final AccessGate gate;
    public final StaffService staff;
    public final AgencyService agencies;
    public final PeopleInspection people;

    private final LedgerSequencer sequencer;
    private final EntityManagerFactory factory;
    private final ThreadLocal<EntityManager> running = new ThreadLocal<>();
    private final Map<Class<?>, Object> made = new LinkedHashMap<>();
    final ProfessionalId founder;
    private int number;
    private String hash;

    public SignInWorld() {
        this(true);
    }

    /** @param peopled whether somebody is there who can invite */
    SignInWorld(boolean peopled) {
        try {
            schema = TestMariaDb.newSchema("sign_in");
            database = TestMariaDb.pool(schema);
            Flyway.configure(SignInWorld.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:db/security")
                    .load()
                    .migrate();
            factory = Persistence.createEntityManagerFactory(
                    "directory-test", Map.of("jakarta.persistence.nonJtaDataSource", database));
            ledger = new AuditLedger(database, new LedgerKeys(keys), clock);
            var home = Files.createTempDirectory("samenzicht-people");
            sequencer = new LedgerSequencer(database, new LedgerKeys(keys), home, clock, ORIGIN);
            made.put(RestoredLog.class, new RestoredLog(database, new LedgerKeys(keys), home, ORIGIN));
            made.put(Acts.class, new Acts(database));
            made.put(Clock.class, clock);
            made.put(Config.class, config());
            made.put(AuditLedger.class, ledger);
            made.put(RowMac.class, new RowMac(keys));
            made.put(Sealer.class, new Sealer(keys));
            directory = make(Directory.class);
            membership = make(Membership.class);
            notices = make(Notices.class);
            sessions = make(Sessions.class);
            links = make(Links.class);
            signIn = make(SignIn.class);
            subject = make(SignedInSubject.class);
            made.put(CurrentProfessional.class, subject);
            var policy = make(PolicyInForce.class);
            RunningTransaction transaction = () -> Optional.ofNullable(running.get())
                    .orElseThrow(() -> new IllegalStateException("no transaction is running"));
            gate = new AccessGate(
                    policy::engine,
                    () -> (resource, who, at) -> resource instanceof ResourceRef.OfAgency
                            ? Optional.of(ResourceFacts.ofAgency())
                            : Optional.empty(),
                    ledger,
                    directory::agency,
                    transaction,
                    () -> OFFICE.address(),
                    true,
                    policy::signedBy);
            made.put(AccessGate.class, gate);
            staff = make(StaffService.class);
            agencies = make(AgencyService.class);
            people = make(PeopleInspection.class);
            in(() -> announce(make(FirstRulebook.class), "publish", DatabaseReady.Mode.PRODUCTION));
        } catch (Exception e) {
            throw new IllegalStateException("the test world cannot start", e);
        }
        founder = !peopled
                ? null
                : in(() -> membership.admitProfessional(
                        membership.admitAgency("Oprichters", AgencyType.PLATFORM, false),
                        "Founder",
                        "founder@setup.example"));
    }

    // who is there

    public AgencyId agency(AgencyType type) {
        return in(() -> membership.admitAgency(type + " " + ++number, type, false));
    }

    /** Somebody with these functions, as the first set-up would start them. Has no password. */
    public ProfessionalId person(AgencyId agency, Function... functions) {
        return in(() -> {
            var id =
                    membership.admitProfessional(agency, "Person " + ++number, "person" + number + "@" + "example.org");
            for (var function : functions) {
                membership.start(id, function, Optional.empty());
            }
            return id;
        });
    }

    /** The same with {@link #PASSWORD}. */
    public ProfessionalId personWithPassword(AgencyId agency, Function... functions) {
        var id = person(agency, functions);
        in(() -> {
            hash = hash == null ? make(Passwords.class).hash(PASSWORD.toCharArray()) : hash;
            return make(Accounts.class).setPassword(id, hash, clock.instant());
        });
        return id;
    }

    /** Lets somebody choose {@link #PASSWORD} by a link. */
    public void choosePassword(ProfessionalId id) {
        var token = in(() -> links.invite(id, founder));
        if (!in(() -> links.choosePassword(token, Optional.empty(), PASSWORD.toCharArray(), OFFICE))) {
            throw new IllegalStateException("the link of " + id + " does not work");
        }
    }

    public String userName(ProfessionalId id) {
        return in(() -> directory.userNameOf(id));
    }

    /** A session with two factors under this function. */
    public SessionId session(ProfessionalId id, Function function) {
        return session(id, function, AssuranceLevel.TWO_FACTOR);
    }

    public SessionId session(ProfessionalId id, Function function, AssuranceLevel assurance) {
        return in(() -> sessions.begin(id, holding(id, function), assurance, OFFICE));
    }

    public UUID holding(ProfessionalId id, Function function) {
        return in(() -> directory.functionsOf(id).stream()
                .filter(held -> held.function() == function)
                .findFirst()
                .orElseThrow()
                .holding());
    }

    public ActingProfessional acting(SessionId session) {
        return in(() -> sessions.acting(session));
    }

    public List<String> noticesOf(SessionId session) {
        return as(session, () -> notices.unread(subject.current())).stream()
                .map(NoticeCard::kind)
                .toList();
    }

    // doing things

    /** Does something in one transaction that commits, or rolls back when it throws. */
    public <T> T in(Supplier<T> act) {
        if (running.get() != null) {
            return act.get();
        }
        var manager = factory.createEntityManager();
        running.set(manager);
        manager.getTransaction().begin();
        try {
            var result = act.get();
            manager.getTransaction().commit();
            return result;
        } finally {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            running.remove();
            manager.close();
        }
    }

    /** Does something as whoever is signed in here, as one request would. */
    public <T> T as(SessionId session, Supplier<T> act) {
        try {
            return subject.subject(session).execute(() -> in(act));
        } catch (ExecutionException wrapped) {
            throw (RuntimeException) wrapped.getCause();
        }
    }

    public void does(SessionId session, Runnable act) {
        as(session, () -> {
            act.run();
            return null;
        });
    }

    /** Takes all entries into the tree, as the sequencer does each second. */
    public void seal() {
        try {
            sequencer.round();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs SQL as somebody with the whole database in hand. */
    public void sql(String statement) {
        try {
            TestMariaDb.execute(schema, statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** The one value that a query gives, as text. */
    public String ask(String query) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    // what the container does

    /** Makes a service as CDI would: its constructor, its entity manager, its pool. */
    public <T> T make(Class<T> type) {
        if (made.containsKey(type)) {
            return type.cast(made.get(type));
        }
        try {
            var constructor = constructorOf(type);
            constructor.setAccessible(true);
            var arguments = Arrays.stream(constructor.getParameterTypes())
                    .map(this::make)
                    .toArray();
            var bean = constructor.newInstance(arguments);
            for (var field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(PersistenceContext.class)) {
                    field.setAccessible(true);
                    field.set(bean, entities());
                } else if (field.isAnnotationPresent(Resource.class)) {
                    field.setAccessible(true);
                    field.set(bean, pool());
                }
            }
            made.put(type, bean);
            return type.cast(bean);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private static Constructor<?> constructorOf(Class<?> type) throws NoSuchMethodException {
        for (var constructor : type.getDeclaredConstructors()) {
            if (constructor.isAnnotationPresent(Inject.class)) {
                return constructor;
            }
        }
        return type.getDeclaredConstructor();
    }

    /** Calls the observer of the start on a bean. */
    public Object announce(Object bean, String observer, DatabaseReady.Mode mode) {
        try {
            var method = bean.getClass().getDeclaredMethod(observer, DatabaseReady.class);
            method.setAccessible(true);
            return method.invoke(bean, new DatabaseReady(mode));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private EntityManager entities() {
        return proxy(EntityManager.class, (method, arguments) -> method.invoke(running.get(), arguments));
    }

    /** The pool takes part in the running transaction, as that of the container does. */
    private DataSource pool() {
        return proxy(DataSource.class, (method, arguments) -> {
            if (!method.getName().equals("getConnection") || running.get() == null) {
                return method.invoke(database, arguments);
            }
            var shared = running.get().unwrap(Connection.class);
            return proxy(
                    Connection.class,
                    (call, with) -> call.getName().equals("close") ? null : call.invoke(shared, with));
        });
    }

    private interface Call {
        Object on(java.lang.reflect.Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<T> type, Call call) {
        return (T) Proxy.newProxyInstance(
                SignInWorld.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return call.on(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Config config() {
        return proxy(Config.class, (method, arguments) -> {
            var value = Optional.ofNullable(settings.get(arguments[0]))
                    .map(text -> arguments[1] == Boolean.class ? Boolean.valueOf(text) : text);
            return switch (method.getName()) {
                case "getOptionalValue" -> value;
                case "getValue" -> value.orElseThrow();
                default -> throw new UnsupportedOperationException(method.getName());
            };
        });
    }

    /** A clock that stands still until a test turns it. */
    public static final class TurnableClock extends Clock {
        private Instant now = Instant.parse("2026-11-23T10:00:00Z");

        public void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
