namespace Plannr.Client.Tests;

/// <summary>How a client comes about.</summary>
public enum Construction
{
    Plain,
    DependencyInjection,
}
