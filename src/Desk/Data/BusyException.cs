using System.Data.Common;

namespace FirstContact.Data;

/// <summary>Every connection is in use, and none became free while one could wait. Nothing is broken: later it will do.</summary>
public sealed class BusyException(Exception why) : DbException(Errors.Busy.Message, why);
