namespace Cambrian.Models.Clients;

/// <summary>Why a model did not answer.</summary>
public enum FaultKind
{
    /// <summary>The key is missing, wrong or may not use this model.</summary>
    Key,

    /// <summary>The provider has no model of that name.</summary>
    UnknownModel,

    /// <summary>What the account may spend is spent.</summary>
    Quota,

    /// <summary>Asked too often; later it may answer.</summary>
    Busy,

    /// <summary>Nobody answers at the endpoint.</summary>
    Unreachable,

    /// <summary>It answered with a failure of its own, or with something that is no answer.</summary>
    Broken,

    /// <summary>It did not answer in time.</summary>
    Slow,

    /// <summary>It refuses this request, for instance because it is too long.</summary>
    Refused,

    /// <summary>The run ended before the reply did.</summary>
    Ended,
}
