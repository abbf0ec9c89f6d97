namespace Plannr.Client.Tests;

/// <summary>Specifies how a client is created.</summary>
public enum Construction
{
    Plain,
    DependencyInjection,
}
