using FirstContact.Sending;
using Microsoft.Extensions.Localization;

namespace FirstContact.Notices;

/// <summary>What people are told of, and why, in words.</summary>
internal static class NoticeWording
{
    extension(IStringLocalizer l)
    {
        /// <summary>As whoever chooses reads it.</summary>
        public string Chosen(LetterKind kind, bool serves) => kind switch
        {
            LetterKind.Called => l["Somebody calls me by name, or asks me in"], LetterKind.Given => l["A ticket is given to me"], LetterKind.Answered => l["The customer writes on a ticket that I have"],
            LetterKind.Woke => l["What I put aside is back"], LetterKind.Noted => l["A note on a ticket that I have or watch"], LetterKind.Received => l["My request was received"],
            LetterKind.Said => serves ? l["Somebody writes on a ticket that I watch, or on a request of mine"] : l["Somebody writes to me about a request"], LetterKind.Confirm => l["A request of mine is solved: does it work?"],
            LetterKind.Stated => l["The desk says how it understood me: is it right?"],
            LetterKind.Nears => l["The time of a promise runs out, and I stand on its ladder"], LetterKind.Missed => l["A promise was missed, and I stand on its ladder"],
            LetterKind.Agreement => l["An agreement for which I speak waits for me"],
            LetterKind.Closed => l["A request of mine is closed"], _ => serves ? l["A ticket that I have or watch is solved, closed, reopened or cancelled"] : l["A request is reopened or cancelled"],
        };

        public string Timing(Timing timing) => timing switch { Notices.Timing.AtOnce => l["at once"], Notices.Timing.Digest => l["gathered"], _ => l["no"] };

        public string Channel(NoticeChannel channel) => channel == NoticeChannel.App ? l["In the app"] : l["By mail"];

        /// <summary>What happened, as a line of the news.</summary>
        public string Happened(Notice n) => n.Kind switch
        {
            LetterKind.Said or LetterKind.Answered => l["{0} wrote", n.By], LetterKind.Noted => l["{0} noted", n.By], LetterKind.Called => l["{0} calls you", n.By], LetterKind.Given => l["{0} gave it to you", n.By],
            LetterKind.Confirm => l["{0} thinks that it is solved", n.By], LetterKind.Stated => l["{0} asks whether this is what you mean", n.By], LetterKind.Closed => l["It is closed"], LetterKind.Woke => l["It is back"], LetterKind.Nears => l["The time of a promise runs out"], LetterKind.Missed => l["A promise was missed"], LetterKind.Received => l["Your request was received"], LetterKind.Agreement => l["{0} went on with it", n.By], _ => l["{0} changed how it stands", n.By],
        };

        /// <summary>To follow 'because'.</summary>
        public string Because(Because why) => l[LetterFoot.Words(why)];

        /// <summary>To follow the name of somebody else.</summary>
        public string Reason(Because why) => why switch
        {
            Sending.Because.IsCustomer => l["is the customer"], Sending.Because.Watches => l["watches"], Sending.Because.HasIt => l["has it"], Sending.Because.WasGivenIt => l["is given it"],
            Sending.Because.CalledByName => l["is called by name"], Sending.Because.AskedIn => l["is asked in"], Sending.Because.StandsOnLadder => l["stands on the ladder"], Sending.Because.SpeaksForSide => l["speaks for one side"], _ => l["wants to be woken"],
        };

        /// <summary>What becomes of it by one channel.</summary>
        public string Course(Going going, Times times) => going switch
        {
            { Course: Notices.Course.AtOnce } => l["at once"],
            { Course: Notices.Course.Muted } => l["no: muted it"],
            { At: { } at, Course: Notices.Course.OutsideHours } => l["outside of the hours: {0}", times.Clock(at)],
            { At: { } at, Course: Notices.Course.Quiet } => l["wants quiet: {0}", times.Clock(at)],
            { At: { } at } => l["gathered: {0}", times.Clock(at)],
            _ => l["no: turned off"],
        };
    }
}
