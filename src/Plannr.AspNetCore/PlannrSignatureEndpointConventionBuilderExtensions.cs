using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Plannr.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Provides extension methods that require a valid signature of Plannr on endpoints.</summary>
public static class PlannrSignatureEndpointConventionBuilderExtensions
{
    /// <summary>
    /// Verifies the signature of each request with the current secrets of <see cref="PlannrSignatureOptions"/>. A request whose signature
    /// is missing, duplicated or not valid is refused with status 401, and a request whose body exceeds
    /// <see cref="PlannrSignatureOptions.MaxBodyBytes"/> with status 413. Otherwise, the endpoint runs and can read the body from its start.
    /// </summary>
    /// <typeparam name="TBuilder">The type of the builder.</typeparam>
    /// <param name="builder">The endpoint or endpoints, such as the result of <c>MapPost</c>, <c>MapGroup</c> or <c>MapControllers</c>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <remarks>If <see cref="PlannrSignatureOptions.Secrets"/> is empty or contains an empty secret, each request throws an <see cref="InvalidOperationException"/>.</remarks>
    public static TBuilder RequirePlannrSignature<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
        => builder.Require((_, options) => ValueTask.FromResult<IEnumerable<string>>(options.Secrets.Count > 0 && options.Secrets.All(secret => secret is { Length: > 0 })
            ? options.Secrets
            : throw new InvalidOperationException("PlannrSignatureOptions.Secrets is empty, or contains an empty secret. Add the signing_secret of each webhook subscription, and nothing else.")));

    /// <summary>Verifies the signature of each request as <see cref="RequirePlannrSignature{TBuilder}(TBuilder)"/> does, but with the specified secrets instead of those in the options.</summary>
    /// <typeparam name="TBuilder">The type of the builder.</typeparam>
    /// <param name="builder">The endpoint or endpoints, such as the result of <c>MapPost</c>, <c>MapGroup</c> or <c>MapControllers</c>.</param>
    /// <param name="secrets">The <c>signing_secret</c> of each webhook subscription that calls the endpoint.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="secrets"/> is empty, or one of them is null or empty.</exception>
    public static TBuilder RequirePlannrSignature<TBuilder>(this TBuilder builder, params string[] secrets)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(secrets);
        if (secrets.Length == 0 || secrets.Any(string.IsNullOrEmpty))
        {
            throw new ArgumentException("No signing secret was passed, or one is null or empty. Pass the signing_secret of each webhook subscription.", nameof(secrets));
        }

        var accepted = ValueTask.FromResult<IEnumerable<string>>([.. secrets]);
        return builder.Require((_, _) => accepted);
    }

    /// <summary>
    /// Verifies the signature of each request as <see cref="RequirePlannrSignature{TBuilder}(TBuilder)"/> does, but with the secrets that a
    /// function returns for the request instead of those in the options.
    /// </summary>
    /// <typeparam name="TBuilder">The type of the builder.</typeparam>
    /// <param name="builder">The endpoint or endpoints, such as the result of <c>MapPost</c>, <c>MapGroup</c> or <c>MapControllers</c>.</param>
    /// <param name="getSecrets">Returns the accepted secrets, such as those of a tenant in the route. It must not trust the body, which has
    /// not been verified yet. If it returns no secrets, the request is refused with status 401.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static TBuilder RequirePlannrSignature<TBuilder>(this TBuilder builder, Func<HttpContext, ValueTask<IEnumerable<string>>> getSecrets)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(getSecrets);
        return builder.Require((context, _) => getSecrets(context));
    }

    // An endpoint filter would run after the parameters of the handler are bound, when the body has already been read. A convention can
    // wrap the whole endpoint, including the parameter binding.
    private static TBuilder Require<TBuilder>(this TBuilder builder, Func<HttpContext, PlannrSignatureOptions, ValueTask<IEnumerable<string>>> getSecrets)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Add(endpoint =>
        {
            var next = endpoint.RequestDelegate ?? throw new InvalidOperationException($"The endpoint '{endpoint.DisplayName}' has no request delegate to protect.");
            var options = endpoint.ApplicationServices.GetRequiredService<IOptionsMonitor<PlannrSignatureOptions>>();
            var logger = endpoint.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Plannr.AspNetCore");
            endpoint.RequestDelegate = new SignatureCheck(next, options, getSecrets, logger).InvokeAsync;
        });
        return builder;
    }
}
