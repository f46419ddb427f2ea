import i18next from 'i18next';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Icon } from '#client/ui/icon.tsx';

/** Catches a fault of the page itself. Orders are safe: they are in the queue on disk. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    // A page opened before an update asks for files that are gone.
    const updated = /dynamically imported module|Importing a module script|preload CSS/i.test(error.message);
    return (
      <main className="fh-page-message" role="alert">
        <Icon name="warn" size={32} />
        <h1>{i18next.t(updated ? 'shell.fault.updated' : 'shell.fault.title')}</h1>
        <p>{i18next.t(updated ? 'shell.fault.updatedHint' : 'shell.fault.hint')}</p>
        {!updated && <code className="fh-mono">{error.message}</code>}
        <button type="button" className="fh-button fh-button-primary" onClick={() => location.reload()}>
          {i18next.t('shell.fault.reload')}
        </button>
      </main>
    );
  }
}
