package nl.samenzicht.domain.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.directory.ProfessionalId;

/** A directory in memory. */
public class TestDirectory extends Directory {

    private final Map<AgencyId, AgencyCard> agencies = new HashMap<>();
    private final Map<ProfessionalId, ProfessionalCard> professionals = new HashMap<>();

    public AgencyId found(String name, AgencyType type) {
        var id = new AgencyId(UUID.randomUUID());
        agencies.put(id, new AgencyCard(id, name, type, true));
        return id;
    }

    public ProfessionalId hire(AgencyId agency, String name, Function function) {
        var id = new ProfessionalId(UUID.randomUUID());
        professionals.put(id, new ProfessionalCard(id, name, agency, Set.of(function)));
        return id;
    }

    @Override
    public AgencyCard agency(AgencyId id) {
        return agencies.get(id);
    }

    @Override
    public ProfessionalCard professional(ProfessionalId id) {
        return professionals.get(id);
    }

    @Override
    public Optional<AgencyCard> knownAgency(AgencyId id) {
        return Optional.ofNullable(agencies.get(id));
    }

    @Override
    public Optional<ProfessionalCard> knownProfessional(ProfessionalId id) {
        return Optional.ofNullable(professionals.get(id));
    }

    @Override
    public Map<ProfessionalId, String> namesOf(Set<ProfessionalId> ids) {
        return ids.stream()
                .collect(Collectors.toMap(id -> id, id -> professional(id).displayName()));
    }

    @Override
    public List<AgencyCard> activeAgencies() {
        return new ArrayList<>(agencies.values());
    }

    @Override
    public List<ProfessionalCard> professionalsOf(AgencyId agency) {
        return professionals.values().stream()
                .filter(card -> card.agency().equals(agency))
                .toList();
    }
}
