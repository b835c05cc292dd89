using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>INC-4812: what the day is about. Seven steps are taken; the next is to replay the reproduction.</summary>
internal static class LabelsStory
{
    public static void Tell(Script script) => new Story(script, 4812)
        .Ago(75).Opens(TicketKind.Incident, Channel.Mail, "helen", "Labels on line 3 print blank",
            $"Morning. Since the early shift started every label on line 3 comes out white. Line 1 and 2 are fine. We are stacking castings on pallets without labels and the {script.Clock(-104)} truck can't leave like that.",
            Level.Medium, Level.High, "Label printing", "Label printing, printer", "Emergency", picture: "blank-label.png")
        .Ago(70).By("maya").Greets("by mail, and a call in five minutes")
        .Replies("Good morning Helen, I have this and stay with it until it works. I am calling you in five minutes to make sure I understand it.")
        .Later(1).Classifies("Label printing, printer", "Label printing", "Emergency")
        .Ago(65).Calls("Six minutes with Helen. We went through it at the terminal together. Workaround: pallets are labelled at line 2 until then. Promised news.", promise: -14)
        .States($"Since {script.Clock(176)} the label printer of line 3 feeds labels but prints nothing on them; jobs leave the terminal normally; lines 1 and 2 use another template and work.")
        .Later(2).CustomerAgrees()
        .Ago(54).Reproduces("On terminal NG-L3-T1 open order 88213", "Choose *Print pallet label*, template CAST-40", "Look at the job: template version 12, 1 page", "Label comes out blank")
        .Notes("Reproduced over remote control in four steps. With template CAST-40 v11 the same job prints, so the printer is innocent.")
        .Tagged("line-stop", "change-391")
        .Ago(52).By("ruth").Watches()
        .Ago(48).By("maya").AsksIn("ines", "Template CAST-40 v12 prints blank, v11 prints. Can you put v11 back on line 3?")
        .Ago(41).By("ines").Proposes("Publish template version 11 again", ProposalSource.SimilarTicket, "INC-003970")
        .Proposes("Repair the empty data field in template version 12")
        .By("maya").Proposes("Calibrate the media sensor again", ProposalSource.SimilarTicket, "INC-004402")
        .Ago(26).By("ines").Selects(1, "It solved INC-003970 in twelve minutes, and it can be taken back at once. Version 12 is repaired afterwards, without a truck waiting.")
        .Ago(15).Executes("Template CAST-40 version 11 published to all printers of line 3.").HasAnswered()
        .Notes("Version 11 is live on all line 3 printers. Version 12 has an empty data field: the ERP renamed `pallet_no` last night. @Maya can you replay your steps? First Contact could have done this with the right to publish templates; I have asked for it.");
}
