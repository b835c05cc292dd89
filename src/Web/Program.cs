using FirstContact.Verbs;

return await FirstContactVerbs.Run(args);
