using FirstContact.People;

namespace FirstContact.Notices;

/// <summary>What somebody has not read goes to whoever goes on; how he wanted to be told stays with the record, for the way back.</summary>
internal static class NoticeMoves
{
    public static IEnumerable<PersonPlace> All =>
    [
        new("notice", "person", "what is not read goes along, but for what whoever goes on is told anyway")
        {
            Goes = m => [new Statement("""
                update notice set person = @into where person = @from and read_at is null
                  and not exists (select 1 from notice o where o.entry = notice.entry and o.person = @into)
                """, m.Arguments)],
        },
        new("notice", "actor", "stays: it says who did it"),
        new("notice_settings", "id", "stays: whoever goes on has said how he wants to be told"),
        new("notice_mute", "person", "stays with the settings that it belongs to"),
    ];
}
