package nl.samenzicht.domain.world;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.directory.ProfessionalId;

/** Remembers who was told what. */
public final class TestNotices extends Notices {

    /** Something that somebody was told. */
    public record Told(AgencyId agency, Object whom, String kind) {}

    public final List<Told> told = new ArrayList<>();

    @Override
    public void tell(AgencyId agency, Function function, String kind, UUID about) {
        told.add(new Told(agency, function, checked(kind)));
    }

    @Override
    public void tell(AgencyId agency, ProfessionalId professional, String kind, UUID about) {
        told.add(new Told(agency, professional, checked(kind)));
    }

    /** How often something was written that nobody sees. */
    public int toNobody;

    @Override
    public void tellNobody(ActingProfessional asker, String kind, UUID about) {
        toNobody++;
    }
}
