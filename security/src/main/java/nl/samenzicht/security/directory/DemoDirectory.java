package nl.samenzicht.security.directory;

import static nl.samenzicht.security.directory.Function.ATTENTION_OFFICER;
import static nl.samenzicht.security.directory.Function.CARE_COORDINATOR;
import static nl.samenzicht.security.directory.Function.CARE_WORKER;
import static nl.samenzicht.security.directory.Function.CASE_DIRECTOR;
import static nl.samenzicht.security.directory.Function.DATA_PROTECTION_OFFICER;
import static nl.samenzicht.security.directory.Function.DETECTIVE;
import static nl.samenzicht.security.directory.Function.MANAGER;
import static nl.samenzicht.security.directory.Function.PLATFORM_ADMINISTRATOR;
import static nl.samenzicht.security.directory.Function.POLICY_ADVISER;
import static nl.samenzicht.security.directory.Function.PRIVACY_OFFICER;
import static nl.samenzicht.security.directory.Function.REGISTRAR;
import static nl.samenzicht.security.directory.Function.REPORTER;
import static nl.samenzicht.security.directory.Function.SIGNATORY;
import static nl.samenzicht.security.directory.Function.YOUTH_WORKER;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.database.DatabaseReady;

/**
 * Made-up agencies and people to try the product with. They enter a database only when it was begun in demo mode, and
 * only once.
 */
@ApplicationScoped
public class DemoDirectory {
    private static final List<DemoAgency> AGENCIES = List.of(
            agency(
                    "Gemeente Waterdam",
                    AgencyType.MUNICIPALITY,
                    "waterdam",
                    person("noor", "Noor van Dijk", CARE_COORDINATOR),
                    person("bram", "Bram Jansen", ATTENTION_OFFICER, POLICY_ADVISER),
                    person("fatima", "Fatima el Amrani", PRIVACY_OFFICER),
                    person("pieter", "Pieter Hoekstra", DATA_PROTECTION_OFFICER),
                    person("els", "Els Vermeer", SIGNATORY, MANAGER),
                    person("karim", "Karim Bouzid", MANAGER)),
            agency(
                    "Gemeente Heuvelrode",
                    AgencyType.MUNICIPALITY,
                    "heuvelrode",
                    person("daan", "Daan Willems", CARE_COORDINATOR),
                    person("lotte", "Lotte de Groot", ATTENTION_OFFICER),
                    person("sanne", "Sanne Kuipers", POLICY_ADVISER),
                    person("mirjam", "Mirjam Postma", PRIVACY_OFFICER),
                    person("joost", "Joost van Rijn", DATA_PROTECTION_OFFICER),
                    person("hanneke", "Hanneke Smit", SIGNATORY, MANAGER),
                    person("rob", "Rob Hendriks", MANAGER)),
            agency(
                    "Stichting De Luwte",
                    AgencyType.CARE_PROVIDER,
                    "deluwte",
                    person("amina", "Amina Osman", CARE_WORKER),
                    person("tim", "Tim Verhoeven", CARE_WORKER),
                    person("greet", "Greet Mulder", PRIVACY_OFFICER),
                    person("sven", "Sven Bakker", DATA_PROTECTION_OFFICER),
                    person("ilse", "Ilse Brouwer", SIGNATORY, MANAGER),
                    person("omar", "Omar Haddad", MANAGER)),
            agency(
                    "Opvang Noorderlicht",
                    AgencyType.CARE_PROVIDER,
                    "noorderlicht",
                    person("kim", "Kim Peeters", CARE_WORKER),
                    person("wouter", "Wouter Dekker", PRIVACY_OFFICER),
                    person("nadia", "Nadia Yildiz", DATA_PROTECTION_OFFICER),
                    person("marieke", "Marieke Vos", SIGNATORY, MANAGER),
                    person("erik", "Erik Schouten", MANAGER)),
            agency(
                    "Jeugdbescherming De Brug",
                    AgencyType.YOUTH_CARE,
                    "debrug",
                    person("yara", "Yara de Wit", YOUTH_WORKER),
                    person("jeroen", "Jeroen Maas", PRIVACY_OFFICER),
                    person("anouk", "Anouk Prins", DATA_PROTECTION_OFFICER),
                    person("paula", "Paula Sanders", SIGNATORY, MANAGER),
                    person("hugo", "Hugo Evers", MANAGER)),
            agency(
                    "Politie Middenland",
                    AgencyType.POLICE,
                    "politie-middenland",
                    person("ruben", "Ruben Visser", DETECTIVE),
                    person("esther", "Esther Kok", PRIVACY_OFFICER),
                    person("maarten", "Maarten Blom", DATA_PROTECTION_OFFICER),
                    person("linda", "Linda Scholten", SIGNATORY, MANAGER),
                    person("frank", "Frank Timmer", MANAGER)),
            agency(
                    "Politie Kustland",
                    AgencyType.POLICE,
                    "politie-kustland",
                    person("jurre", "Jurre Veenstra", DETECTIVE),
                    person("els", "Els Brandsma", PRIVACY_OFFICER),
                    person("jasper", "Jasper Haan", DATA_PROTECTION_OFFICER),
                    person("petra", "Petra Zwart", SIGNATORY, MANAGER),
                    person("koen", "Koen Dijkman", MANAGER)),
            agency(
                    "Zorg- en Veiligheidshuis Delta",
                    AgencyType.SAFETY_HOUSE,
                    "zvh-delta",
                    person("ingrid", "Ingrid Bosman", CASE_DIRECTOR),
                    person("thomas", "Thomas Kramer", PRIVACY_OFFICER),
                    person("vera", "Vera van Loon", DATA_PROTECTION_OFFICER),
                    person("henk", "Henk Wolters", SIGNATORY, MANAGER),
                    person("samira", "Samira Aziz", MANAGER)),
            agency(
                    "CoMensha (demo)",
                    AgencyType.COMENSHA,
                    "comensha-demo",
                    person("lisa", "Lisa Molenaar", REGISTRAR),
                    person("gijs", "Gijs Huisman", PRIVACY_OFFICER),
                    person("carla", "Carla Koster", DATA_PROTECTION_OFFICER),
                    person("bas", "Bas Verbeek", SIGNATORY, MANAGER),
                    person("judith", "Judith Hermans", MANAGER)),
            agency(
                    "Lyceum De Ring",
                    AgencyType.SIGNALLER,
                    "dering",
                    person("meral", "Meral Kaya", REPORTER),
                    person("arjen", "Arjen Kuiper", PRIVACY_OFFICER),
                    person("iris", "Iris Jonker", DATA_PROTECTION_OFFICER),
                    person("dirk", "Dirk van Beek", SIGNATORY, MANAGER),
                    person("naima", "Naima Chaoui", MANAGER)),
            agency(
                    "Stichting Samenzicht (beheer)",
                    AgencyType.PLATFORM,
                    "samenzicht",
                    person("beheer", "Robin de Beheerder", PLATFORM_ADMINISTRATOR),
                    person("alex", "Alex Bos", MANAGER),
                    person("sam", "Sam Wouters", MANAGER)));

    private final Directory directory;
    private final Membership membership;

    protected DemoDirectory() {
        this(null, null);
    }

    @Inject
    DemoDirectory(Directory directory, Membership membership) {
        this.directory = directory;
        this.membership = membership;
    }

    /** One made-up person, with the functions as they come first to last in the list. */
    public record DemoPerson(String agency, String displayName, String userName, List<Function> functions) {
        public DemoPerson {
            functions = List.copyOf(functions);
        }
    }

    private record DemoAgency(String name, AgencyType type, List<DemoPerson> people) {}

    /** Returns everybody, agency by agency, the people who read content first. */
    public static List<DemoPerson> people() {
        return AGENCIES.stream().flatMap(agency -> agency.people().stream()).toList();
    }

    @Transactional
    void seed(@Observes @Priority(1000) DatabaseReady ready) {
        if (ready.mode() != DatabaseReady.Mode.DEMO
                || directory.withUserName(people().get(0).userName()).isPresent()) {
            return;
        }
        for (var agency : AGENCIES) {
            var id = membership.admitAgency(agency.name(), agency.type(), true);
            for (var person : agency.people()) {
                var professional = membership.admitProfessional(id, person.displayName(), person.userName());
                person.functions().forEach(function -> membership.start(professional, function, Optional.empty()));
            }
        }
    }

    private static DemoAgency agency(String name, AgencyType type, String domain, DemoPerson... people) {
        return new DemoAgency(
                name,
                type,
                List.of(people).stream()
                        .map(person -> new DemoPerson(
                                name,
                                person.displayName(),
                                person.userName() + "@" + domain + ".example",
                                person.functions()))
                        .toList());
    }

    private static DemoPerson person(String userName, String displayName, Function... functions) {
        return new DemoPerson("", displayName, userName, List.of(functions));
    }
}
