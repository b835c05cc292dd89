using FirstContact.Verbs;

return await FirstContactVerbs.Root.Parse(args).InvokeAsync();
