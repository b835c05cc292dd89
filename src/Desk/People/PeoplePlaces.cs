namespace FirstContact.People;

/// <summary>What becomes of the people's own columns when two records are one. They come last: the way back forgets what moved when all others have read it.</summary>
internal static class PeoplePlaces
{
    public static IEnumerable<PersonPlace> All =>
    [
        new("person", "merged_into", "leads on"),
        new("person_address", "person", "written with the person"),
        new("person_moved", "person", "what moved, for the way back") { Returns = m => [new Statement("delete from person_moved where person = @from", m.Arguments)] },
        new("address_claim", "person", "ends: whoever goes on asks anew") { Goes = m => [new Statement("delete from address_claim where person = @from", m.Arguments)] },
        new("session", "person", "ends: browsers and tokens of a record that leads on let nobody in") { Goes = m => [new Statement("update session set ended_at = @at where person = @from and ended_at is null", m.Arguments)] },
        new("credential", "person", "stays, and lets nobody in while the record leads on"),
        new("team_member", "person", "none: who is in a team is not merged away"),
        new("idempotency", "person", "stays: what a program sent twice is remembered for two days"),
    ];
}
