package nl.samenzicht.web.admin;

import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.administration.AgencyService;
import nl.samenzicht.security.administration.Staff;
import nl.samenzicht.security.administration.StaffService;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.WorkTiles;

/** What waits for a second person. */
@ApplicationScoped
class AdminTiles implements WorkTiles {
    private final StaffService staff;
    private final AgencyService agencies;

    protected AdminTiles() {
        this(null, null);
    }

    @Inject
    AdminTiles(StaffService staff, AgencyService agencies) {
        this.staff = staff;
        this.agencies = agencies;
    }

    @Override
    public int order() {
        return 310;
    }

    @Override
    public List<Tile> tilesFor(ActingProfessional who) {
        var tiles = new ArrayList<Tile>();
        try {
            if (who.function() == Function.MANAGER) {
                addForManager(tiles);
            } else if (who.function() == Function.PLATFORM_ADMINISTRATOR) {
                addForPlatform(tiles);
            }
        } catch (AccessDenied nothingToDo) {
            return List.of();
        }
        return tiles;
    }

    private void addForManager(List<Tile> tiles) {
        var people = staff.staff();
        add(
                tiles,
                people.people().stream()
                        .flatMap(person -> person.functions().stream())
                        .filter(Staff.Held::mayDecide)
                        .count(),
                VaadinIcon.USER_CHECK,
                "admin.tile.functions",
                "admin/people");
        add(
                tiles,
                people.resets().stream().filter(Staff.WaitingReset::mayApprove).count(),
                VaadinIcon.KEY_O,
                "admin.tile.resets",
                "admin/people");
    }

    private void addForPlatform(List<Tile> tiles) {
        var all = agencies.agencies();
        add(
                tiles,
                all.rows().stream().mapToLong(row -> row.waiting().size()).sum(),
                VaadinIcon.USER_CHECK,
                "admin.tile.managers",
                "admin/agencies");
        add(
                tiles,
                all.resets().stream().filter(Staff.WaitingReset::mayApprove).count(),
                VaadinIcon.KEY_O,
                "admin.tile.resets",
                "admin/agencies");
    }

    private static void add(List<Tile> tiles, long count, VaadinIcon icon, String key, String href) {
        if (count > 0) {
            tiles.add(new WorkTiles.Tile(icon, count, Terms.text(key, count), href, false));
        }
    }
}
