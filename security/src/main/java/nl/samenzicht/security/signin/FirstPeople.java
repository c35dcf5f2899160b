package nl.samenzicht.security.signin;

import static java.util.stream.Collectors.joining;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.samenzicht.security.database.DatabaseReady;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.Membership;
import nl.samenzicht.security.directory.StaffCard;
import nl.samenzicht.security.ledger.Actor;
import nl.samenzicht.security.ledger.AuditLedger;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import org.eclipse.microprofile.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the first people in at an installation in production, where nobody is there yet to invite them: one platform
 * administrator and two managers of the platform, so that from then on everything takes the people that it takes
 * elsewhere. None of them reads a case.
 *
 * <p>Who they are is told with {@code SAMENZICHT_FIRST_PEOPLE}. Their links lie in a file in the home folder that only its
 * owner reads, never in a log. Until one of them has chosen a password each start makes new links.
 */
@ApplicationScoped
public class FirstPeople {
    private static final Logger LOG = LoggerFactory.getLogger(FirstPeople.class);
    private static final String FILE = "first-people.txt";
    private static final String SETTING = "samenzicht.first.people";
    private static final String PLATFORM_NAME = "samenzicht.platform.name";
    private static final String JOB = "installation";
    private static final int MANAGERS = 2;

    private final Membership membership;
    private final Links links;
    private final AuditLedger ledger;
    private final Config config;

    protected FirstPeople() {
        this(null, null, null, null);
    }

    @Inject
    FirstPeople(Membership membership, Links links, AuditLedger ledger, Config config) {
        this.membership = membership;
        this.links = links;
        this.ledger = ledger;
        this.config = config;
    }

    /** One person as the setting names them, such as {@code Robin Bos <robin@beheer.example>}. */
    record Named(String name, String userName) {
        private static final Pattern WRITTEN = Pattern.compile("\\s*([^<>]+?)\\s*<([^<>]+)>\\s*");

        /**
         * Reads the administrator and the managers, separated by commas.
         *
         * @throws IllegalStateException when one cannot be read or is named twice, or when they are not three or more
         */
        static List<Named> all(String setting) {
            var people = new ArrayList<Named>();
            for (var part : setting.split(",", -1)) {
                var written = WRITTEN.matcher(part);
                if (!written.matches()) {
                    throw new IllegalStateException("SAMENZICHT_FIRST_PEOPLE has '" + part.strip()
                            + "', which is not of the form 'Name <address>'");
                }
                people.add(new Named(written.group(1), written.group(2).strip()));
            }
            if (people.stream().map(Named::userName).distinct().count() < people.size()) {
                throw new IllegalStateException("SAMENZICHT_FIRST_PEOPLE names somebody twice");
            }
            if (people.size() < 1 + MANAGERS) {
                throw new IllegalStateException("SAMENZICHT_FIRST_PEOPLE names " + people.size()
                        + " people; it takes a platform administrator and " + MANAGERS + " managers");
            }
            return people;
        }
    }

    @Transactional
    void begin(@Observes @Priority(1200) DatabaseReady ready) {
        if (ready.mode() != DatabaseReady.Mode.PRODUCTION) {
            return;
        }
        Path file = Path.of(config.getValue("samenzicht.home", String.class)).resolve(FILE);
        var platform = membership.agencies().stream()
                .map(entry -> entry.agency())
                .filter(agency -> agency.type() == AgencyType.PLATFORM)
                .findFirst();
        if (platform.isPresent()) {
            inviteAgain(platform.get().id(), file);
            return;
        }
        var setting = config.getOptionalValue(SETTING, String.class);
        if (setting.isEmpty()) {
            write(file, "Nobody can sign in yet. Start again with SAMENZICHT_FIRST_PEOPLE; see docs/OPERATING.md.");
            LOG.warn("Nobody can sign in yet: SAMENZICHT_FIRST_PEOPLE is not given");
            return;
        }
        invite(admit(Named.all(setting.get())), file);
    }

    private AgencyId admit(List<Named> people) {
        var agency = membership.admitAgency(
                config.getOptionalValue(PLATFORM_NAME, String.class).orElse("Beheer Samenzicht"),
                AgencyType.PLATFORM,
                false);
        var function = Function.PLATFORM_ADMINISTRATOR;
        for (var person : people) {
            var professional = membership.admitProfessional(agency, person.name(), person.userName());
            membership.start(professional, function, Optional.empty());
            function = Function.MANAGER;
        }
        return agency;
    }

    /** The first links may have got lost or too old before anybody used one, and nobody could make new ones. */
    private void inviteAgain(AgencyId platform, Path file) {
        var staff = membership.staffOf(platform);
        long arrived =
                staff.stream().filter(person -> links.hasPassword(person.id())).count();
        if (arrived == 0) {
            invite(platform, file);
        } else if (arrived == staff.size()) {
            forget(file);
        }
    }

    private void invite(AgencyId platform, Path file) {
        ledger.append(LedgerEvent.of(ledger.now(), Action.INVITE_AGENCY.name(), Actor.job(JOB))
                .purpose(Purpose.ADMINISTRATION.name())
                .category(DataCategory.DIRECTORY.name())
                .detail("first people")
                .build());
        write(
                file,
                membership.staffOf(platform).stream()
                        .map(this::linkOf)
                        .collect(joining(
                                "\n",
                                "Give each of these people their own link, after the address of Samenzicht. "
                                        + "It works once, for seven days.\n\n",
                                "")));
        LOG.info("The links of the first people are in {}", file);
    }

    private String linkOf(StaffCard person) {
        return person.displayName() + " <" + person.userName() + ">\n  choose-password/"
                + links.inviteFirst(person.id()) + "\n";
    }

    private static void write(Path file, String text) {
        var draft = file.resolveSibling(FILE + ".new");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, text + "\n");
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
