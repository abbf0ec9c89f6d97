using Plannr.Cli.Api;

namespace Plannr.Cli.Webhooks;

/// <summary>The secret that verifies the signatures of webhooks: from a file, from the environment, or from Plannr; never from the command line.</summary>
internal static class SigningSecret
{
    public const string Variable = "PLANNR_WEBHOOK_SECRET";

    /// <summary>Returns the secret of a file.</summary>
    /// <param name="path">The file; <c>-</c> for standard input.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CommandFailure">The file cannot be read, can be read by others, or is empty.</exception>
    public static async Task<string> OfFileAsync(string path, CancellationToken cancellationToken)
    {
        var file = new SecretFile(path, "secret file", "--secret-file", "do not trust signatures of this secret if somebody may have read it", ExitCode.Usage);
        return Checked(await file.ReadAsync(cancellationToken), file.Source);
    }

    /// <summary>Returns the secret of the environment.</summary>
    /// <exception cref="CommandFailure">There is none.</exception>
    public static string OfEnvironment()
        => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text
            ? Checked(text, Variable)
            : throw new CommandFailure($"There is no signing secret. Set {Variable}, name a file with --secret-file, or name the webhook subscription with --subscription.");

    /// <summary>Returns the secret of a subscription.</summary>
    /// <exception cref="CommandFailure">The response contains none.</exception>
    public static async Task<string> OfSubscriptionAsync(ApiSession session, Guid uuid, CancellationToken cancellationToken)
    {
        var plannr = await session.ClientAsync(cancellationToken);
        var subscription = await plannr.WebhookSubscriptions.GetAsync(uuid, cancellationToken: cancellationToken);
        return Checked(subscription.SigningSecret ?? "", $"the webhook subscription {uuid}");
    }

    private static string Checked(string text, string source)
        => text.Trim() is { Length: > 0 } secret ? secret : throw new CommandFailure($"The signing secret of {source} is empty. Anybody could sign with it.");
}
