using FirstContact.People;

namespace FirstContact.Sending;

/// <summary>Letters that still wait go to whoever goes on; what was sent stays as it was sent.</summary>
internal static class LetterMoves
{
    public static IEnumerable<PersonPlace> All =>
    [
        new("letter", "person", "what waits goes along, but for what whoever goes on gets anyway")
        {
            Goes = m => [new Statement("""
                update letter set person = @into where person = @from and state = 'Waiting' and kind <> 'Proof'
                  and not exists (select 1 from letter o where o.entry = letter.entry and o.person = @into)
                """, m.Arguments)],
        },
    ];
}
